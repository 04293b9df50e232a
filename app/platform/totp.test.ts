import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  base32,
  codeAt,
  fromBase32,
  newRecoveryCodes,
  newTotpSecret,
  readRecoveryCode,
  stepAt,
  stepOfCode,
  totpUri,
} from './totp.server'

// The key of the published vectors: the ASCII text 12345678901234567890.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number) => new Date(seconds * 1000)

test.each([
  // RFC 6238, appendix B, SHA-1; an app shows the last six of the eight digits.
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %i an app shows %s', (second, code) => {
  expect(codeAt(secret, stepAt(at(second)))).toBe(code)
})

test('the ten codes of RFC 4226 come out', () => {
  const codes = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489']
  expect(codes.map((_, step) => codeAt(secret, step))).toEqual(codes)
})

test('a clock that is up to one step early or late is forgiven, two steps are not', () => {
  const now = at(1_800_000_015)
  const here = stepAt(now)
  expect([-2, -1, 0, 1, 2].map((off) => stepOfCode(secret, codeAt(secret, here + off), now, null))).toEqual([
    null,
    here - 1,
    here,
    here + 1,
    null,
  ])
})

test('a code is accepted once: the same code, and any before it, are refused afterwards', () => {
  const now = at(1_800_000_000)
  const used = stepOfCode(secret, codeAt(secret, stepAt(now)), now, null)
  expect(used).toBe(60_000_000)
  expect(stepOfCode(secret, codeAt(secret, 60_000_000), now, used)).toBeNull()
  expect(stepOfCode(secret, codeAt(secret, 59_999_999), now, used)).toBeNull()
  expect(stepOfCode(secret, codeAt(secret, 60_000_001), now, used)).toBe(60_000_001)
})

test('a code may be typed with a space, as apps show it', () => {
  const now = at(59)
  expect(stepOfCode(secret, ' 287 082', now, null)).toBe(1)
})

test('anything but six digits is refused', () => {
  for (const typed of ['', '28708', '2870822', '28708a', '٢٨٧٠٨٢', '-87082', '287082\u0000']) {
    expect(stepOfCode(secret, typed, at(59), null)).toBeNull()
  }
})

test('base32 gives the texts of RFC 4648 and reads them back', () => {
  const vectors = [
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ] as const
  for (const [plain, text] of vectors) {
    expect(base32(Buffer.from(plain))).toBe(text)
    expect(fromBase32(text).toString()).toBe(plain)
  }
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect([...fromBase32(base32(bytes))]).toEqual([...bytes])
    }),
  )
})

test('a new secret has 160 bits and is never the same', () => {
  const secrets = new Set(Array.from({ length: 200 }, newTotpSecret))
  expect(secrets.size).toBe(200)
  for (const each of secrets) expect(fromBase32(each)).toHaveLength(20)
})

test('the QR address names town and account, and a name with a colon cannot break out of it', () => {
  expect(totpUri({ secret: 'MZXW6YTBOI', account: 'noor@town.example', issuer: 'Town: of Boston & more' })).toBe(
    'otpauth://totp/Town%20%20of%20Boston%20%26%20more:noor%40town.example?secret=MZXW6YTBOI&issuer=Town%3A%20of%20Boston%20%26%20more&algorithm=SHA1&digits=6&period=30',
  )
})

test('ten recovery codes, all different, are readable and come back however they are typed', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) {
    expect(code).toMatch(/^[2-9BCDFGHJKMNP-TV-Z]{4}(-[2-9BCDFGHJKMNP-TV-Z]{4}){2}$/)
    expect(readRecoveryCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
  }
})

test('what cannot be a recovery code is refused before any hash is computed', () => {
  for (const typed of ['', '7K4M-2QXD', '7K4M-2QXD-W9H0', '7K4M-2QXD-W9HTT', 'x'.repeat(10_000)]) {
    expect(readRecoveryCode(typed)).toBeNull()
  }
})
