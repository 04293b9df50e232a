import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** A secret that stands in a link or a cookie: 32 random bytes. It is shown once; only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of a token. The token has 256 bits of chance in it, so a plain hash cannot be turned back. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest()

/** True when two hashes or other secrets are the same; takes as long when they are not. */
export function isSameSecret(one: Uint8Array | string, other: Uint8Array | string): boolean {
  // Hashed first, so that the lengths are equal and tell nothing.
  return timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest())
}

/** 28 letters and digits that nobody mixes up when they are read aloud: no 0, O, 1, I, L, and no vowels, so no words. */
export const letters = '23456789BCDFGHJKMNPQRSTVWXYZ'

export const randomLetters = (length: number): string =>
  Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('')

/**
 * A public reference such as `BOS-7K4M-2QX`: six random signs and one that checks them, so a slip of the pen finds nothing
 * instead of somebody else's issue. Random and not counted: the next one cannot be guessed. 482 million for each prefix;
 * on the rare collision the unique column refuses and the caller draws again. Imported history draws from its old number.
 */
export function newReference(prefix: string, draw: (length: number) => string = randomLetters): string {
  if (!/^[A-Z]{2,4}$/.test(prefix)) throw new Error('A reference begins with two to four capital letters.')
  for (;;) {
    const drawn = draw(6)
    const check = checkLetter(drawn)
    // One draw in 29 has no check letter: the sum is counted to 29, a prime, and there are 28 letters.
    if (check) return `${prefix}-${drawn.slice(0, 4)}-${drawn.slice(4)}${check}`
  }
}

/** The reference that somebody typed, in its one right spelling; null when it cannot be one. */
export function readReference(prefix: string, typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  if (!plain.startsWith(prefix) || plain.length !== prefix.length + 7) return null
  const signs = plain.slice(prefix.length)
  if (checkLetter(signs.slice(0, 6)) !== signs[6]) return null
  return `${prefix}-${signs.slice(0, 4)}-${signs.slice(4)}`
}

// Weights 2 to 7 modulo a prime: any one wrong sign and any two neighbours that changed places are noticed.
function checkLetter(signs: string): string | undefined {
  let sum = 0
  for (const [place, sign] of [...signs].entries()) {
    const value = letters.indexOf(sign)
    if (value < 0) return undefined
    sum += value * (place + 2)
  }
  return letters[sum % 29]
}
