import { z } from 'zod'
import { NotFound, OutOfDate } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { administratorId } from '../administration/acting-administrator'
import { managingStaff, reasonField } from '../administration/administering'

/** An administrator ends a mandate before its time. What was done within it stays valid. */
export const revokeMandate = defineInteraction({
  ...managingStaff,
  name: 'mandate.revoke',
  input: z.object({ mandate: z.coerce.number().int().positive(), reason: reasonField }),
  values: ['lawfulness', 'integrity'],
  effect: 'write',
  touches: { mandate: ['revoked'], staff: ['mandates'] },
  async handle({ input, tx, actor, now }) {
    await tx.$queryRaw`SELECT 1 FROM mandate WHERE id = ${input.mandate} FOR UPDATE`
    const mandate = await tx.mandate.findUnique({ where: { id: input.mandate } })
    if (!mandate) throw new NotFound()
    if (mandate.revokedAt) throw new OutOfDate()
    const data = { revokedAt: now, revokedBy: administratorId(actor), revokeReason: input.reason }
    await tx.mandate.update({ where: { id: mandate.id }, data })
    return { mandateId: mandate.id, personId: mandate.personId }
  },
  about: (_, { mandateId, personId }) => ({
    object: { type: 'mandate', ref: String(mandateId) },
    subjects: [personId],
  }),
})
