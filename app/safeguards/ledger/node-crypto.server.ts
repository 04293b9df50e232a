import { createHash, createPublicKey, verify } from 'node:crypto'
import type { Sha256 } from './merkle'
import { type CheckSignature, joined } from './signed-note'

/** SHA-256 of Node. */
export const sha256: Sha256 = (...pieces) => {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(piece)
  return new Uint8Array(hash.digest())
}

// What stands before the 32 bytes of an Ed25519 key in the form that Node reads (RFC 8410).
const keyHeader = Buffer.from('302a300506032b6570032100', 'hex')

/** Ed25519 of Node. */
export const checkSignature: CheckSignature = (publicKey, message, signature) => {
  const key = createPublicKey({ key: Buffer.from(joined(keyHeader, publicKey)), format: 'der', type: 'spki' })
  return signature.length === 64 && verify(null, message, key, signature)
}
