import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 as hash } from '@noble/hashes/sha2.js'
import type { CheckingCrypto } from '~/safeguards/ledger/check-receipt'
import type { Sha256 } from '~/safeguards/ledger/merkle'
import { type CheckSignature, joined } from '~/safeguards/ledger/signed-note'

/** SHA-256 without waiting: that of browsers gives an answer later, and proofs hash some hundred small pieces one by one. */
export const sha256: Sha256 = (...pieces) => hash(joined(...pieces))

/** Ed25519 of the browser. Null where it has none: older ones, and pages that it does not hold for safe. */
export async function browserSignatures(): Promise<CheckSignature | null> {
  const subtle = globalThis.crypto?.subtle
  if (!subtle) return null
  const keyOf = (bytes: Uint8Array) => subtle.importKey('raw', ownBytes(bytes), 'Ed25519', false, ['verify'])
  // The key of RFC 8032's first test: a browser that does not know the kind refuses to read it.
  const isKnown = await keyOf(Uint8Array.from(atob('11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='), codeOf)).then(
    () => true,
    () => false,
  )
  if (!isKnown) return null
  return async (publicKey, message, signature) => {
    if (signature.length !== 64) return false
    const key = await keyOf(publicKey).catch(() => null)
    return key !== null && subtle.verify('Ed25519', key, ownBytes(signature), ownBytes(message))
  }
}

/** The same in plain code, by RFC 8032 to the letter. */
export const plainSignatures: CheckSignature = (publicKey, message, signature) => {
  try {
    return signature.length === 64 && ed25519.verify(signature, message, publicKey, { zip215: false })
  } catch {
    // A key that is no point of the curve has signed nothing.
    return false
  }
}

/** What checks a receipt in this browser. */
export const browserCrypto = async (): Promise<CheckingCrypto> => ({
  sha256,
  check: (await browserSignatures()) ?? plainSignatures,
})

const codeOf = (character: string) => character.charCodeAt(0)
// Browsers take no bytes that others could change meanwhile.
const ownBytes = (bytes: Uint8Array) => Uint8Array.from(bytes)
