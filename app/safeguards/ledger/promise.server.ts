import { createPrivateKey } from 'node:crypto'
import { env } from '~/platform/env.server'
import { keyFor } from '~/platform/sealing.server'
import type { Hash } from './merkle'
import { promiseText, withinSeconds } from './promise'
import { type Signer, signerOf } from './signing-key.server'

// RFC 8410: what stands before the 32 bytes of an Ed25519 key in PKCS #8.
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

const signers = new Map<string, Signer>()

/**
 * Signs promises. Not the key of the record, which no process that serves pages may have: this one comes from the secret of
 * the installation, and can do no more than promise in the town's name.
 */
function signerWith(secret: string): Signer {
  const name = `${new URL(env().baseUrl).host}/receipts/1`
  const known = signers.get(name + secret)
  if (known) return known
  const seed = keyFor(secret, 'sign promises of receipts')
  const key = createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' })
  const made = signerOf(key, name)
  signers.set(name + secret, made)
  return made
}

/** The key that checks promises made now, as verifiers read it. */
export const promiseVkey = (): string => signerWith(env().secretKey).vkey

/** The same and, while secrets change, the one before: what people were promised yesterday is still checked. */
export function promiseVkeys(): string[] {
  const { secretKey, secretKeyBefore } = env()
  return [secretKey, ...(secretKeyBefore ? [secretKeyBefore] : [])].map((secret) => signerWith(secret).vkey)
}

/** The signed promise that this entry will stand in the record. `time` is the entry's own. The same one each time. */
export function promiseOf({ entryId, leaf, time }: { entryId: string; leaf: Hash; time: string }): string {
  const { name, signNote } = signerWith(env().secretKey)
  return signNote(promiseText({ origin: name, entryId, leaf, time, withinSeconds }))
}
