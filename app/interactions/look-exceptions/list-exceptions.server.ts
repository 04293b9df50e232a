import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { lookPurpose, namedPurpose, oversightReading } from '../oversight/oversight-reading'
import { functionsOf } from '../oversight/staff-label.server'

type Row = {
  id: string
  entryId: string
  act: string
  legalGround: string
  reason: string
  endsAt: Date
  proposedBy: string
  proposedAt: Date
  approvedBy: string | null
  approvedAt: Date | null
}

/** An oversight officer sees every exception there ever was: which look, on what ground, until when, and which two officers. */
export const listExceptions = defineInteraction({
  ...oversightReading,
  name: 'look-exception.list',
  input: z.object({ purpose: lookPurpose }),
  touches: { finding: ['exception'], staff: ['job-title'] },
  facts: namedPurpose,
  async handle({ input, tx, actor, now }) {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT x.id, x.entry_id AS "entryId", e.kind AS act, x.legal_ground AS "legalGround", x.reason, x.ends_at AS "endsAt",
        x.proposed_by AS "proposedBy", x.proposed_at AS "proposedAt", x.approved_by AS "approvedBy", x.approved_at AS "approvedAt"
      FROM look_exception x JOIN entry e ON e.id = x.entry_id ORDER BY x.proposed_at DESC, x.id LIMIT 500`
    const staff = await functionsOf(
      tx,
      rows.flatMap(({ proposedBy, approvedBy }) => [proposedBy, approvedBy]),
    )
    return {
      exceptions: rows.map(({ proposedBy, approvedBy, ...row }) => ({
        ...row,
        state: row.endsAt <= now ? ('ended' as const) : row.approvedAt ? ('hidden' as const) : ('proposed' as const),
        proposer: staff.get(proposedBy) ?? null,
        approver: (approvedBy && staff.get(approvedBy)) || null,
        isOwn: proposedBy === actor.id,
      })),
      look: input.purpose,
    }
  },
  about: () => ({ object: { type: 'look-exceptions', ref: 'list' } }),
})
