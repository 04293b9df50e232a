import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { letters, randomLetters } from './tokens.server'

// RFC 6238 as every authenticator app knows it: SHA-1, six digits, 30 seconds.
const stepSeconds = 30
const digits = 6

/** A new secret for an authenticator app, in the letters the app can also take by hand. */
export const newTotpSecret = (): string => base32(randomBytes(20))

/** The step of 30 seconds in which a moment falls. */
export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / stepSeconds)

/** The code an app shows during a step. */
export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = mac.readUInt8(mac.length - 1) & 0x0f
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/**
 * The step that a typed code belongs to, or null when it is wrong. One step early or late is allowed, for clocks that differ.
 * Store the step: a code at or before `lastStep` is not accepted, so nobody can use a code twice that was read over a shoulder.
 */
export function stepOfCode(secret: string, typed: string, now: Date, lastStep: number | null): number | null {
  const code = typed.replace(/[\s-]/g, '')
  if (!/^\d{6}$/.test(code)) return null
  let found: number | null = null
  // All three are tried, so that the time taken does not tell which step was right.
  for (const step of [stepAt(now) - 1, stepAt(now), stepAt(now) + 1]) {
    const isRight = timingSafeEqual(Buffer.from(codeAt(secret, step)), Buffer.from(code))
    if (isRight && (lastStep === null || step > lastStep)) found ??= step
  }
  return found
}

/** The address behind the QR code that an authenticator app scans. */
export function totpUri({ secret, account, issuer }: { secret: string; account: string; issuer: string }): string {
  const label = [issuer, account].map((part) => encodeURIComponent(part.replaceAll(':', ' '))).join(':')
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`
}

/** Ten codes for the day the phone is lost: `7K4M-2QXD-W9HT`, 57 bits each. Store only argon2id hashes of them. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () => randomLetters(12).replace(/(.{4})(?=.)/g, '$1-'))

/** A recovery code as it was hashed, however it was typed. Null when it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '')
  if (plain.length !== 12 || [...plain].some((letter) => !letters.includes(letter))) return null
  return plain.replace(/(.{4})(?=.)/g, '$1-')
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 base32 without padding. */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(held >>> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + alphabet[(held << (5 - bits)) & 31] : text
}

export function fromBase32(text: string): Buffer<ArrayBuffer> {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const letter of text.toUpperCase().replace(/[\s=]/g, '')) {
    const value = alphabet.indexOf(letter)
    if (value < 0) throw new Error('Not a base32 text.')
    held = (held << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >>> bits) & 255)
    }
    held &= (1 << bits) - 1
  }
  return Buffer.from(bytes)
}
