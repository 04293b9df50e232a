import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { type CanonicalValue, canonicalJson } from './canonical-json'

/** What is needed to show that a commitment stands for a value. Whoever has it knows the value, so it is kept sealed. */
export type Opening = { name: string; salt: Uint8Array; value: CanonicalValue }

const prefix = 'coprod/commit/v1\n'
const saltBytes = 32

/**
 * Puts a personal value under a lock in a public entry: the entry holds 43 characters that say nothing by themselves, the
 * opening is kept apart and can be destroyed. Every commitment has a salt of its own; there is no way to hand one in.
 */
export function commit(name: string, value: CanonicalValue): { commitment: string; opening: Opening } {
  const opening: Opening = { name, salt: randomBytes(saltBytes), value }
  return { commitment: commitmentOf(opening), opening }
}

/** The commitment that belongs to an opening. */
export function commitmentOf({ name, salt, value }: Opening): string {
  // A name without a newline and a salt of fixed length: no other opening can be read out of the same bytes.
  if (!name || name.includes('\n')) throw new Error('The name of a commitment is one line.')
  if (salt.length !== saltBytes) throw new Error('The salt of a commitment has 32 bytes.')
  return createHash('sha256')
    .update(prefix)
    .update(name)
    .update('\n')
    .update(salt)
    .update(canonicalJson(value))
    .digest('base64url')
}

/** True when this opening is what was committed to. */
export function opens(commitment: string, opening: Opening): boolean {
  const claimed = Buffer.from(commitment)
  const found = Buffer.from(commitmentOf(opening))
  return claimed.length === found.length && timingSafeEqual(claimed, found)
}
