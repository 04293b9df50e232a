import type { TrustedKeys } from './check-receipt'
import type { Sha256 } from './merkle'
import { readVerifierKey } from './signed-note'

/** A key as people compare it: whose it is, what for, and the SHA-256 of its 32 bytes in groups that can be read aloud. */
export type KeyShown = { use: 'log' | 'promise' | 'witness'; name: string; fingerprint: string; vkey: string }

/** The keys that are believed, as people compare them. */
export function keysShown(sha256: Sha256, { log, promise, witnesses }: TrustedKeys): KeyShown[] {
  const shown = (use: KeyShown['use'], keys: readonly string[]) =>
    keys.map((vkey) => {
      const { name, publicKey } = readVerifierKey(sha256, vkey)
      return { use, vkey, name, fingerprint: inGroups(sha256(publicKey)) }
    })
  return [...shown('log', log), ...shown('promise', promise), ...shown('witness', witnesses)]
}

function inGroups(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return (hex.match(/.{4}/g) ?? []).join(' ')
}
