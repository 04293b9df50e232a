import { type CheckedReceipt, checkReceipt, type TrustedKeys } from '~/safeguards/ledger/check-receipt'
import { asPasted, textOfFile } from '~/safeguards/ledger/kept-file'
import { browserCrypto } from './browser-crypto'

/** Checks a chosen file, or else pasted text, in this browser. Nothing leaves it. */
export async function checkHere(file: File | null, pasted: string, keys: TrustedKeys): Promise<CheckedReceipt> {
  const text = file ? textOfFile(new Uint8Array(await file.arrayBuffer())) : asPasted(pasted)
  return checkReceipt({ text, keys, now: new Date() }, await browserCrypto())
}
