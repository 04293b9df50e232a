import { createPublicKey, hash, verify } from 'node:crypto'
import type { Sha256 } from './merkle'
import { type CheckSignature, joined } from './signed-note'

// Room for an entry and what stands before it: made once, since making it anew for each hash costs as much as the hash.
const room = Buffer.alloc(16_384)

/** SHA-256 of Node. */
export const sha256: Sha256 = (...pieces) => {
  let length = 0
  for (const piece of pieces) length += piece.length
  const whole = length > room.length ? Buffer.alloc(length) : room
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  const digest = hash('sha256', whole.subarray(0, length), 'buffer')
  return new Uint8Array(digest.buffer, digest.byteOffset, digest.length)
}

// What stands before the 32 bytes of an Ed25519 key in the form that Node reads (RFC 8410).
const keyHeader = Buffer.from('302a300506032b6570032100', 'hex')

/** Ed25519 of Node. */
export const checkSignature: CheckSignature = (publicKey, message, signature) => {
  const key = createPublicKey({ key: Buffer.from(joined(keyHeader, publicKey)), format: 'der', type: 'spki' })
  return signature.length === 64 && verify(null, message, key, signature)
}
