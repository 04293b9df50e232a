import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { NotFound, OutOfDate } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { noTies } from '../findings/finding.server'
import { overseeing } from '../findings/overseeing'

/** A second oversight officer, who has seen what is proposed, agrees (I02). From then on the look is hidden, until its day is over. */
export const approveException = defineInteraction({
  ...overseeing,
  name: 'look-exception.approve',
  input: z.object({ id: z.string().max(60) }),
  touches: { finding: ['exception'] },
  facts: async ({ tx, input, actor }) => {
    const { proposedBy, lookerId, wasSeen } = await proposed(tx, input.id, actor.id)
    return {
      fourEyes: { authorId: proposedBy, approverId: actor.id ?? '', approverOpenedLastVersion: wasSeen },
      interests: noTies(lookerId !== null && lookerId === actor.id),
    }
  },
  async handle({ input, tx, actor, now }) {
    const done = await tx.$executeRaw`
      UPDATE look_exception SET approved_by = ${actor.id}::uuid, approved_at = ${now}
      WHERE id = ${input.id}::uuid AND approved_at IS NULL AND ends_at > ${now}`
    if (done !== 1) throw new OutOfDate()
    return { id: input.id }
  },
  about: (_, { id }) => ({ object: { type: 'look-exception', ref: id } }),
})

type Proposed = { proposedBy: string; lookerId: string | null; wasSeen: boolean }

// That the officer saw it is read from the record, not from a form: a look at the page of exceptions since it was proposed.
async function proposed(tx: Tx, id: string, officerId: string | null): Promise<Proposed> {
  if (!z.uuid().safeParse(id).success) throw new NotFound()
  const [found] = await tx.$queryRaw<Proposed[]>`
    SELECT x.proposed_by AS "proposedBy", x.looker_id AS "lookerId", EXISTS (SELECT 1 FROM audit_event a
      WHERE a.person_id = ${officerId}::uuid AND a.object_type = 'look-exceptions' AND a.outcome_indicator = '0'
        AND a.happened_at >= x.proposed_at) AS "wasSeen"
    FROM look_exception x WHERE x.id = ${id}::uuid`
  if (!found) throw new NotFound()
  return found
}
