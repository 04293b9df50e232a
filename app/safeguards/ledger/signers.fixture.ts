import { generateKeyPairSync, sign } from 'node:crypto'
import { checkpointText } from './checkpoint'
import { cosignaturePayload, cosignedText } from './cosignature'
import { leafHash } from './merkle'
import { sha256 } from './node-crypto.server'
import { consistencyPlan, followPlan, type Position, rootPlan } from './proofs'
import {
  joined,
  readVerifierKey,
  signatureLine,
  signatureType,
  type VerifierKey,
  verifierKeyText,
  writeNote,
} from './signed-note'
import { completeRoot } from './tiles'
import { witnessRequestText } from './witness-request'

function keyOf(name: string, type: 1 | 4) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const bytes = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32))
  const vkey = verifierKeyText(sha256, name, type, bytes)
  const key: VerifierKey = readVerifierKey(sha256, vkey)
  return { key, vkey, sign: (text: string) => new Uint8Array(sign(null, Buffer.from(text), privateKey)) }
}

/** A log's key that is made for a test. */
export function logKey(name: string) {
  const { key, vkey, sign: signText } = keyOf(name, signatureType.ed25519)
  const signNote = (text: string) =>
    writeNote(text, [signatureLine({ name, keyId: key.id, signature: signText(text) })])
  return { name, key, vkey, signNote }
}

/** A witness's key that is made for a test. */
export function witnessKey(name: string) {
  const { key, vkey, sign: signText } = keyOf(name, signatureType.cosignature)
  const cosign = (text: string, at: Date) => {
    const seconds = Math.floor(at.getTime() / 1000)
    const signature = cosignaturePayload(seconds, signText(cosignedText(seconds, text)))
    return signatureLine({ name, keyId: key.id, signature })
  }
  return { name, key, vkey, cosign }
}

/** A log in memory: its signed head at any size, and how it shows that it grew. Another `branch` after `same` entries is a fork. */
export function logInMemory(signer: ReturnType<typeof logKey>, branch = '', same = 0) {
  const leaf = (at: number) => leafHash(sha256, new TextEncoder().encode(`entry ${at}${at < same ? '' : branch}`))
  const hashAt = ({ level, index }: Position) =>
    completeRoot(sha256, joined(...Array.from({ length: 2 ** level }, (_, at) => leaf(index * 2 ** level + at))))
  const rootAt = (size: number) => followPlan(sha256, [rootPlan(size)], hashAt)[0] ?? sha256()
  const noteAt = (size: number) => signer.signNote(checkpointText({ origin: signer.name, size, root: rootAt(size) }))
  const pathOf = (from: number, to: number) =>
    from === 0 || from > to ? [] : followPlan(sha256, consistencyPlan(from, to), hashAt)
  const request = (old: number, size: number) =>
    new TextEncoder().encode(witnessRequestText({ old, path: pathOf(old, size), note: noteAt(size) }))
  return { rootAt, noteAt, pathOf, request }
}
