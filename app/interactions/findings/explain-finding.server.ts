import { z } from 'zod'
import { Prisma } from '~/platform/db.server'
import { NotFound, OutOfDate } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { staffRoles } from '~/safeguards/vocabulary'
import { askedOf } from './answerers.server'
import { findingInHand, moveOn } from './finding.server'
import { findingFields, reasons } from './finding-fields.input'

/** The civil servant concerned, or who decides in their unit, explains an act to oversight. */
export const explainFinding = defineInteraction({
  name: 'finding.explain',
  input: z.object({ ...findingFields, text: reasons }),
  roles: staffRoles,
  purpose: 'oversight',
  legalBasis: 'A6-1-c-legal-obligation',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['integrity', 'responsive'],
  effect: 'write',
  touches: { finding: ['explanation'] },
  async handle({ input, tx, actor, now }) {
    const finding = await findingInHand(tx, input.id)
    const theirs = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM finding f WHERE f.id = ${finding.id}::uuid AND ${askedOf(actor, now)}`
    if (theirs.length === 0) throw new NotFound()
    if (finding.version !== input.version || finding.state !== 'asked') throw new OutOfDate()
    await moveOn(tx, finding, {
      kind: 'explained',
      byId: actor.id,
      text: input.text,
      now,
      set: Prisma.sql`state = 'explained'`,
    })
    return { id: finding.id, kind: finding.kind, askedTo: finding.askedTo ?? '' }
  },
  about: (_, { id, kind, askedTo }) => ({
    object: { type: 'finding', ref: id },
    facts: { finding: kind, asked_to: askedTo },
  }),
})
