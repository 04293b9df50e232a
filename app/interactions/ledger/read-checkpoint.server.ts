import { z } from 'zod'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { anybodyReads } from './anybody'

/** The signed head of the ledger, as C2SP tlog-checkpoint writes it. */
export const readCheckpoint = defineInteraction({
  ...anybodyReads,
  name: 'ledger.read-checkpoint',
  input: z.object({}),
  async handle({ tx }) {
    const [last] = await tx.$queryRaw<{ note: string }[]>`SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1`
    if (!last) throw new NotFound()
    return last.note
  },
})
