import { createHash } from 'node:crypto'
import { type Entry, entryText, largestEntryBytes, NotAnEntry } from './entry'

/** The bytes that are kept and served, and the leaf hash of RFC 6962 that goes into the tree. */
export function encodeEntry(entry: Entry): { bytes: Uint8Array<ArrayBuffer>; leafHash: Uint8Array<ArrayBuffer> } {
  const bytes = new TextEncoder().encode(entryText(entry))
  if (bytes.length > largestEntryBytes) throw new NotAnEntry('the entry is larger than 8,192 bytes')
  return { bytes, leafHash: leafHashOf(bytes) }
}

/** SHA-256 over a zero byte and the entry: the zero keeps a leaf from being taken for an inner node. */
export const leafHashOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(leafPrefix).update(bytes).digest())

const leafPrefix = new Uint8Array([0])
