import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSigned, signValue } from './signed-values.server'

const secret = 'a secret of this installation, made at install'
const now = new Date('2026-11-23T12:00:00Z')
const later = new Date('2026-11-23T12:10:00Z')
const signed = signValue(secret, 'report draft', { step: 3, place: [42.36, -71.05] }, later)

test('what was signed comes back', () => {
  expect(readSigned(secret, 'report draft', signed, now)).toEqual({
    isValid: true,
    value: { step: 3, place: [42.36, -71.05] },
  })
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      const asRead = JSON.parse(JSON.stringify(value))
      const read = readSigned(secret, 'any', signValue(secret, 'any', value, later), now)
      expect(read).toEqual({ isValid: true, value: asRead })
    }),
    { numRuns: 50 },
  )
})

test('a value expires at its moment, not a millisecond later', () => {
  expect(readSigned(secret, 'report draft', signed, new Date(later.getTime() - 1))).toMatchObject({ isValid: true })
  expect(readSigned(secret, 'report draft', signed, later)).toEqual({ isValid: false, why: 'expired' })
})

test('a value signed for one purpose is forged for every other', () => {
  expect(readSigned(secret, 'report', signed, now)).toEqual({ isValid: false, why: 'forged' })
  expect(readSigned(secret, 'report draft ', signed, now)).toEqual({ isValid: false, why: 'forged' })
})

test('a value of another installation is forged here', () => {
  expect(readSigned('another secret of this installation, made later', 'report draft', signed, now)).toEqual({
    isValid: false,
    why: 'forged',
  })
})

test('any single letter changed, added or taken away makes it forged', () => {
  for (let at = 0; at < signed.length; at++) {
    const other = signed[at] === 'A' ? 'B' : 'A'
    const attempts = [signed.slice(0, at) + other + signed.slice(at + 1), signed.slice(0, at) + signed.slice(at + 1)]
    for (const attempt of attempts) {
      expect(readSigned(secret, 'report draft', attempt, now)).toEqual({ isValid: false, why: 'forged' })
    }
  }
  for (const attempt of [`${signed}=`, `${signed} `, `${signed}.`, '', '.', 'a.b.c', 'x'.repeat(5000)]) {
    expect(readSigned(secret, 'report draft', attempt, now)).toEqual({ isValid: false, why: 'forged' })
  }
})

test('a value too large for a form field is refused when it is signed', () => {
  expect(() => signValue(secret, 'report draft', 'x'.repeat(4096), later)).toThrow('Too much to sign')
})
