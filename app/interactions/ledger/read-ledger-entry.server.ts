import { z } from 'zod'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { anybodyReads } from './anybody'
import { receiptOf } from './receipt.server'

/** One entry of the record as everybody may read it, where it stands, and the proof of that. */
export const readLedgerEntry = defineInteraction({
  ...anybodyReads,
  name: 'ledger.read-entry',
  input: z.object({ id: z.string().max(60) }),
  async handle({ tx, input }) {
    const { success } = z.uuid().safeParse(input.id)
    const receipt = success ? await receiptOf(tx, input.id, null) : null
    if (!receipt) throw new NotFound()
    return receipt
  },
})
