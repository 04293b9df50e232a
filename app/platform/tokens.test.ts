import { expect, test } from 'vitest'
import { isSameSecret, letters, newReference, newToken, readReference, tokenHash } from './tokens.server'

test('a token has 32 random bytes and fits in a link', () => {
  const tokens = new Set(Array.from({ length: 1000 }, newToken))
  expect(tokens.size).toBe(1000)
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/)
})

test('what is stored of a token is its SHA-256', () => {
  // The vector of FIPS 180-4 for "abc".
  expect(tokenHash('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('secrets are the same only when every byte is, and unequal lengths are no error', () => {
  expect(isSameSecret('a token', 'a token')).toBe(true)
  expect(isSameSecret(tokenHash('a token'), tokenHash('a token'))).toBe(true)
  expect(isSameSecret('a token', 'a tokem')).toBe(false)
  expect(isSameSecret('a token', 'a toke')).toBe(false)
  expect(isSameSecret('', 'a')).toBe(false)
})

test('a reference is short, has no letters that look alike, and is found however it is typed', () => {
  for (let n = 0; n < 2000; n++) {
    const reference = newReference('BOS')
    expect(reference).toMatch(/^BOS-[2-9BCDFGHJKMNP-TV-Z]{4}-[2-9BCDFGHJKMNP-TV-Z]{3}$/)
    expect(readReference('BOS', ` ${reference.toLowerCase().replaceAll('-', ' ')} `)).toBe(reference)
  }
})

test('one wrong sign, or two neighbours that changed places, never lead to another issue', () => {
  const signs = newReference('BOS').replaceAll('-', '').slice(3)
  for (let place = 0; place < 7; place++) {
    for (const letter of letters) {
      const wrong = signs.slice(0, place) + letter + signs.slice(place + 1)
      if (wrong !== signs) expect([wrong, readReference('BOS', `BOS${wrong}`)]).toEqual([wrong, null])
    }
    const swapped = signs.slice(0, place) + (signs[place + 1] ?? '') + signs.charAt(place) + signs.slice(place + 2)
    if (swapped !== signs) expect([swapped, readReference('BOS', `BOS${swapped}`)]).toEqual([swapped, null])
  }
})

test('what cannot be a reference of this town is refused', () => {
  for (const typed of [
    '',
    'BOS',
    'AMS-7K4M-2QX',
    'BOS-7K4M-2Q',
    'BOS-7K4M-2Q0',
    '../../etc/passwd',
    'B'.repeat(100_000),
  ]) {
    expect(readReference('BOS', typed)).toBeNull()
  }
})

test('a prefix that is not two to four capitals is a mistake of the operator, said at once', () => {
  expect(() => newReference('bos')).toThrow('two to four capital letters')
})

test('every sign is drawn about equally often', () => {
  const counts = new Map<string, number>()
  for (let n = 0; n < 5000; n++) {
    for (const sign of newReference('BOS').replaceAll('-', '').slice(3, 9))
      counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  // 30,000 draws over 28 signs: 1,071 each; 200 away is more than six standard deviations.
  for (const letter of letters) expect(Math.abs((counts.get(letter) ?? 0) - 1071)).toBeLessThan(200)
})
