import { sha256 } from '~/safeguards/ledger/node-crypto.server'
import { NotANote, readVerifierKey, signatureType, type VerifierKey } from '~/safeguards/ledger/signed-note'

/** A key as somebody typed it. Throws a sentence that says what is wrong with it. */
export function readKey(vkey: string, type: number): VerifierKey {
  const isWitness = type === signatureType.cosignature
  const what = isWitness ? 'a witness' : 'a record'
  const example = isWitness ? 'university.example/witness+0a1b2c3d+B…' : 'town.example/safeguards/1+0a1b2c3d+A…'
  try {
    const key = readVerifierKey(sha256, vkey)
    if (key.type === type) return key
  } catch (error) {
    if (!(error instanceof NotANote)) throw error
  }
  throw new Error(`This is no key of ${what}: it looks like ${example} and is given whole.`)
}
