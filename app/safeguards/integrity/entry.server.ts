import { leafHash } from '../ledger/merkle'
import { sha256 } from '../ledger/node-crypto.server'
import { type Entry, entryText, largestEntryBytes, NotAnEntry } from './entry'

/** The bytes that are kept and served, and the leaf hash of RFC 6962 that goes into the tree. */
export function encodeEntry(entry: Entry): { bytes: Uint8Array<ArrayBuffer>; leafHash: Uint8Array<ArrayBuffer> } {
  const bytes = new TextEncoder().encode(entryText(entry))
  if (bytes.length > largestEntryBytes) throw new NotAnEntry('the entry is larger than 8,192 bytes')
  return { bytes, leafHash: leafHashOf(bytes) }
}

/** The leaf hash of an entry's bytes (RFC 6962), as Node computes it. */
export const leafHashOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(leafHash(sha256, bytes))
