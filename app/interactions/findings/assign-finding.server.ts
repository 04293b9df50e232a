import { z } from 'zod'
import { Prisma } from '~/platform/db.server'
import { InvalidInput } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { findingInHand, isStillOpen, moveOn } from './finding.server'
import { findingFields, reasons } from './finding-fields.input'
import { officersFor } from './officers.server'
import { overseeing } from './overseeing'

/** An oversight officer takes a finding in hand or gives it to a colleague, and says why. Never to whom it is about. */
export const assignFinding = defineInteraction({
  ...overseeing,
  name: 'finding.assign',
  input: z.object({ ...findingFields, officerId: z.uuid('field.choose'), text: reasons }),
  touches: { finding: ['officer', 'history'], staff: ['assignment'] },
  async handle({ input, tx, actor, now }) {
    const finding = await findingInHand(tx, input.id)
    isStillOpen(finding, input.version)
    const able = await officersFor(tx, finding)
    if (!able.some(({ id }) => id === input.officerId)) throw new InvalidInput({ officerId: 'finding.field.not-able' })
    await moveOn(tx, finding, {
      kind: 'assigned',
      byId: actor.id,
      toId: input.officerId,
      text: input.text,
      now,
      set: Prisma.sql`officer_id = ${input.officerId}::uuid`,
    })
    return { id: finding.id, kind: finding.kind }
  },
  about: ({ officerId }, { id, kind }) => ({
    object: { type: 'finding', ref: id },
    subjects: [officerId],
    facts: { finding: kind },
  }),
})
