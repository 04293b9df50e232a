import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { checkReceipt as checkReceiptText } from '~/safeguards/ledger/check-receipt'
import { asPasted, textOfFile } from '~/safeguards/ledger/kept-file'
import { checkSignature, sha256 } from '~/safeguards/ledger/node-crypto.server'
import { anybodyReads } from './anybody'
import { trustedKeys } from './trusted-keys.server'

const sentFile = z.object({ bytes: z.instanceof(Uint8Array) })

/** The server checks a receipt for somebody whose browser runs no scripts. It keeps nothing of it. */
export const checkReceipt = defineInteraction({
  ...anybodyReads,
  name: 'ledger.check-receipt',
  input: z.object({ text: z.string().max(32_768).default(''), files: z.array(sentFile).max(1).default([]) }),
  limit: { times: 60, perSeconds: 600 },
  async handle({ input: { text, files }, tx, now }) {
    const [file] = files
    const keys = await trustedKeys(tx)
    const kept = file ? textOfFile(file.bytes) : asPasted(text)
    return checkReceiptText({ text: kept, keys, now }, { sha256, check: checkSignature })
  },
})
