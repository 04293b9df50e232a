import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { entryOfReport } from '../reports/receipts/entry-of-report.server'
import { reportBehindReceipt } from '../reports/receipts/report-of-receipt.server'
import { logKeyOf, receiptOf } from './receipt.server'

const uuid = z.uuid()

/**
 * A person reads the receipt of one act of theirs, with the proof that it is in the record: of a report by its secret
 * link, of any act they are in while they are signed in.
 */
export const readReceiptProof = defineInteraction({
  name: 'receipt.read-proof',
  input: z.object({ id: z.string().regex(/^[\w-]{36,43}$/) }),
  roles: ['resident', 'civil-servant', 'oversight', 'administrator'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'transformative',
  phase: 'co-assess',
  values: ['integrity'],
  limit: { times: 600, perSeconds: 3600 },
  effect: 'read',
  touches: { record: ['entry'] },
  async handle({ input, tx, actor }) {
    const { success: isUuid } = uuid.safeParse(input.id)
    const found = isUuid ? { id: input.id, personId: actor.id } : await behindLink(tx, input.id)
    const receipt = found && (await receiptOf(tx, found.id, found.personId))
    // Of somebody else's act there is no receipt here: its entry is public, at an address of its own.
    if (!receipt || (isUuid && receipt.openings.length === 0)) throw new NotFound()
    return { receipt, logKey: await logKeyOf(tx), personId: found.personId }
  },
  about: (_, { receipt, personId }) => ({
    object: { type: 'entry', ref: receipt.id },
    subjects: personId ? [personId] : [],
  }),
})

async function behindLink(tx: Tx, secret: string): Promise<{ id: string; personId: string | null } | null> {
  const { personId, issueRef, reportedAt } = await reportBehindReceipt(tx, secret)
  const entry = await entryOfReport(tx, issueRef, reportedAt)
  return entry && { id: entry.id, personId }
}
