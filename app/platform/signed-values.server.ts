import { createHmac } from 'node:crypto'
import { keyFor } from './sealing.server'
import { isSameSecret } from './tokens.server'

export type Signed = { isValid: true; value: unknown } | { isValid: false; why: 'forged' | 'expired' }

const longest = 4096

/**
 * A small value that a person's browser keeps for us and cannot change: signed, for one purpose, until a moment.
 * It is readable by whoever holds it, so nothing secret goes in.
 */
export function signValue(secret: string, purpose: string, value: unknown, expiresAt: Date): string {
  const content = Buffer.from(JSON.stringify({ value, expiresAt: expiresAt.getTime() })).toString('base64url')
  const signed = `${content}.${signatureOf(secret, purpose, content)}`
  if (signed.length > longest) throw new Error('Too much to sign: keep it in the database.')
  return signed
}

/** Reads a signed value back. Whoever asks still checks its shape: an older version may have signed it. */
export function readSigned(secret: string, purpose: string, signed: string, now: Date): Signed {
  const forged = { isValid: false, why: 'forged' } as const
  if (signed.length > longest) return forged
  const [content, signature, ...more] = signed.split('.')
  if (!content || !signature || more.length > 0) return forged
  // The signature is compared as text, so a second spelling of the same bytes does not pass.
  if (!isSameSecret(signature, signatureOf(secret, purpose, content))) return forged
  const { value, expiresAt } = JSON.parse(Buffer.from(content, 'base64url').toString('utf8'))
  return now.getTime() < expiresAt ? { isValid: true, value } : { isValid: false, why: 'expired' }
}

// The purpose is in the key, so no value can be carried from one form to another.
const signatureOf = (secret: string, purpose: string, content: string) =>
  createHmac('sha256', keyFor(secret, `sign: ${purpose}`))
    .update(content)
    .digest('base64url')
