import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  blindIndex,
  keyRing,
  newPersonKey,
  normaliseEmail,
  open,
  rewrapKey,
  SealBroken,
  seal,
  unwrapKey,
} from './sealing.server'

const secret = 'a secret of this installation, made at install'
const newSecret = 'another secret of this installation, made later'
const ring = keyRing(secret)
const mia = '0d1f4c52-3f0e-4f0c-9d59-5d2f5a3d2b11'
const { key, wrapped } = newPersonKey(ring, mia)

test('whatever a person writes comes back letter by letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (text, context) => {
      expect(open(key, seal(key, text, context), context)).toBe(text)
    }),
  )
})

test('a sealed value with any single byte altered does not open', () => {
  const sealed = seal(key, 'Mia Janssen, Kerkstraat 4', 'report.contact')
  for (let at = 0; at < sealed.length; at++) {
    const altered = Buffer.from(sealed)
    altered.writeUInt8((altered.readUInt8(at) + 1) % 256, at)
    expect(() => open(key, altered, 'report.contact')).toThrow(SealBroken)
  }
})

test('a sealed value that was cut short or made longer does not open', () => {
  const sealed = seal(key, 'Mia', 'person.name')
  for (let length = 0; length < sealed.length; length++) {
    expect(() => open(key, sealed.subarray(0, length), 'person.name')).toThrow(SealBroken)
  }
  expect(() => open(key, Buffer.concat([sealed, Buffer.of(0)]), 'person.name')).toThrow(SealBroken)
})

test('a value copied from one column to another does not open there', () => {
  const sealed = seal(key, 'mia@town.example', 'person.email')
  expect(() => open(key, sealed, 'person.name')).toThrow(SealBroken)
})

test('a value of one person does not open with the key of another', () => {
  const other = newPersonKey(ring, 'b2f1c0de-0000-4000-8000-000000000002')
  expect(() => open(other.key, seal(key, 'Mia', 'person.name'), 'person.name')).toThrow(SealBroken)
})

test('the error about a broken seal names nothing of the value', () => {
  const broken = Buffer.concat([seal(key, 'Mia Janssen', 'person.name'), Buffer.of(1)])
  expect(() => open(key, broken, 'person.name')).toThrow('A sealed value does not open.')
})

test('the same text is sealed differently each time, so equal values cannot be told', () => {
  expect(seal(key, 'Mia', 'person.name').equals(seal(key, 'Mia', 'person.name'))).toBe(false)
})

test('the key of a person is 61 bytes at rest and opens for that person only', () => {
  expect(wrapped).toHaveLength(61)
  expect(unwrapKey(ring, mia, wrapped).equals(key)).toBe(true)
  expect(() => unwrapKey(ring, 'b2f1c0de-0000-4000-8000-000000000002', wrapped)).toThrow(SealBroken)
})

test('a wrapped key does not open with the secret of another installation', () => {
  expect(() => unwrapKey(keyRing(newSecret), mia, wrapped)).toThrow(SealBroken)
})

test('a wrapped key with any single byte altered does not open', () => {
  for (let at = 0; at < wrapped.length; at++) {
    const altered = Buffer.from(wrapped)
    altered.writeUInt8(altered.readUInt8(at) ^ 0x10, at)
    expect(() => unwrapKey(ring, mia, altered)).toThrow(SealBroken)
  }
})

test('after a change of secret, old keys open and move to the new one, and then the old secret can go', () => {
  const both = keyRing(newSecret, secret)
  expect(unwrapKey(both, mia, wrapped).equals(key)).toBe(true)

  const moved = rewrapKey(both, mia, wrapped)
  if (!moved) throw new Error('The key should have moved.')
  expect(rewrapKey(both, mia, moved)).toBeNull()
  expect(unwrapKey(keyRing(newSecret), mia, moved).equals(key)).toBe(true)
  expect(() => unwrapKey(keyRing(secret), mia, moved)).toThrow(SealBroken)
})

test('two secrets whose keys carry the same mark are refused at once, before a key could be lost', () => {
  const marks = new Map<number, string>()
  let twin: [string, string] | undefined
  for (let n = 0; !twin; n++) {
    const candidate = `a secret of this installation, number ${n}`
    const mark = keyRing(candidate).newest
    const earlier = marks.get(mark)
    if (earlier) twin = [candidate, earlier]
    marks.set(mark, candidate)
  }
  const [one, other] = twin
  expect(() => keyRing(one, other)).toThrow('Generate another')
})

test('a short secret is refused', () => {
  expect(() => keyRing('changeme')).toThrow('too short')
})

test('one mailbox has one spelling, however it was typed', () => {
  expect(normaliseEmail('  Mia.Janssen@Town.EXAMPLE ')).toBe('mia.janssen@town.example')
  expect(normaliseEmail('mia@MÜNCHEN.example')).toBe('mia@xn--mnchen-3ya.example')
  expect(normaliseEmail('not an address')).toBe('not an address')
})

test('the blind index finds the same mailbox, differs per installation, and does not show the address', () => {
  const index = blindIndex(secret, 'mia@town.example')
  expect(index).toHaveLength(32)
  expect(blindIndex(secret, 'mia@town.example').equals(index)).toBe(true)
  expect(blindIndex(secret, 'mio@town.example').equals(index)).toBe(false)
  expect(blindIndex(newSecret, 'mia@town.example').equals(index)).toBe(false)
  expect(index.toString('latin1')).not.toContain('mia')
})
