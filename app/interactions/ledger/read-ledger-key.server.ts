import { z } from 'zod'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { anybodyReads } from './anybody'

/** The keys that check the ledger's signatures, the newest first. */
export const readLedgerKey = defineInteraction({
  ...anybodyReads,
  name: 'ledger.read-key',
  input: z.object({}),
  async handle({ tx }) {
    const keys = await tx.$queryRaw<{ vkey: string }[]>`SELECT vkey FROM ledger_key ORDER BY added_at DESC, vkey`
    if (keys.length === 0) throw new NotFound()
    return keys.map(({ vkey }) => vkey)
  },
})
