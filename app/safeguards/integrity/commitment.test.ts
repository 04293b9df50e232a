import { expect, test } from 'vitest'
import { sha256 } from '../ledger/node-crypto.server'
import { commitmentOf } from './commitment'
import { commit, opens } from './commitment.server'

// Computed with an independent program (Python's hashlib).
test.each([
  [
    'a subject and its counter',
    { name: 'who', salt: new Uint8Array(32), value: { s: 'p-1', n: 1 } },
    'TdYqhTzJUNPAiBui1T-4PoWPfiuq9LuAd4gjqqUVrC4',
  ],
  [
    'a mail address',
    { name: 'mail', salt: Uint8Array.from({ length: 32 }, (_, n) => n), value: 'anna@example.org' },
    '7bU5_bPQ6thTqmUD_Xkdg6YN8KrIg_tM41K7PyVA5w8',
  ],
  [
    'a letter with a loose ring',
    { name: 'area', salt: new Uint8Array(32).fill(255), value: 'A\u030a' },
    'yu4GA_1SaP1Z0VBWBCAFqWS0J-DA1ychvFRNMUA2uaE',
  ],
])('the commitment of %s is the one that is written down', (_, opening, expected) => {
  expect(commitmentOf(sha256, opening)).toBe(expected)
  expect(opens(expected, opening)).toBe(true)
})

test('the same value twice gives two commitments that nobody can connect', () => {
  const [first, second] = [commit('mail', 'anna@example.org'), commit('mail', 'anna@example.org')]
  expect(first.commitment).not.toBe(second.commitment)
  expect(first.opening.salt).not.toEqual(second.opening.salt)
  expect(opens(first.commitment, second.opening)).toBe(false)
})

test('another name, another value or one changed bit of the salt does not open it', () => {
  const { commitment, opening } = commit('area', { key: 'roxbury' })
  const salt = Uint8Array.from(opening.salt)
  salt[31] = (salt[31] ?? 0) ^ 1
  expect(opens(commitment, opening)).toBe(true)
  expect(opens(commitment, { ...opening, name: 'ward' })).toBe(false)
  expect(opens(commitment, { ...opening, value: { key: 'back-bay' } })).toBe(false)
  expect(opens(commitment, { ...opening, salt })).toBe(false)
  expect(opens(commitment.slice(1), opening)).toBe(false)
})

test('a name over two lines, a short salt and a value that is not canonical are refused', () => {
  const salt = new Uint8Array(32)
  expect(() => commitmentOf(sha256, { name: 'a\nb', salt, value: 1 })).toThrow('one line')
  expect(() => commitmentOf(sha256, { name: '', salt, value: 1 })).toThrow('one line')
  expect(() => commitmentOf(sha256, { name: 'a', salt: new Uint8Array(31), value: 1 })).toThrow('32 bytes')
  expect(() => commitmentOf(sha256, { name: 'a', salt, value: 0.5 })).toThrow('not whole')
})
