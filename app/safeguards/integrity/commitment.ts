import { toBase64url } from '../ledger/base64'
import type { Sha256 } from '../ledger/merkle'
import { type CanonicalValue, canonicalJson } from './canonical-json'

/** What is needed to show that a commitment stands for a value. Whoever has it knows the value, so it is kept sealed. */
export type Opening = { name: string; salt: Uint8Array; value: CanonicalValue }

const prefix = 'coprod/commit/v1\n'
export const saltBytes = 32

/** The commitment that belongs to an opening. Runs in the browser too: whoever holds a receipt opens it there. */
export function commitmentOf(sha256: Sha256, { name, salt, value }: Opening): string {
  // A name without a newline and a salt of fixed length: no other opening can be read out of the same bytes.
  if (!name || name.includes('\n')) throw new Error('The name of a commitment is one line.')
  if (salt.length !== saltBytes) throw new Error('The salt of a commitment has 32 bytes.')
  const bytesOf = (text: string) => new TextEncoder().encode(text)
  return toBase64url(sha256(bytesOf(`${prefix}${name}\n`), salt, bytesOf(canonicalJson(value))))
}
