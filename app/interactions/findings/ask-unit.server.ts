import { z } from 'zod'
import { Prisma } from '~/platform/db.server'
import { InvalidInput } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { answerers } from './answerers.server'
import { aboutOneself, findingInHand, isStillOpen, isTheirs, moveOn } from './finding.server'
import { askedTo, findingFields, reasons } from './finding-fields.input'
import { tellAnswerers } from './finding-letters.server'
import { overseeing } from './overseeing'

/** The officer asks for an explanation: the civil servant whose act it is, or who decides in their unit. */
export const askUnit = defineInteraction({
  ...overseeing,
  name: 'finding.ask',
  input: z.object({ ...findingFields, askedTo, text: reasons }),
  touches: { finding: ['state', 'history'], staff: ['explanation'], mail: ['content'] },
  facts: aboutOneself,
  async handle(context) {
    const { input, tx, actor, now } = context
    const finding = await findingInHand(tx, input.id)
    isStillOpen(finding, input.version)
    isTheirs(finding, actor)
    const asked = await answerers(tx, { ...finding, askedTo: input.askedTo }, now)
    // A question that reaches nobody would only look like one.
    if (asked.length === 0) throw new InvalidInput({ askedTo: 'finding.field.nobody' })
    await moveOn(tx, finding, {
      kind: 'asked',
      byId: actor.id,
      text: input.text,
      now,
      set: Prisma.sql`state = 'asked', asked_to = ${input.askedTo}`,
    })
    await tellAnswerers(context, finding, asked, input.version)
    return { id: finding.id, kind: finding.kind, asked: asked.map(({ id }) => id) }
  },
  about: (_, { id, kind, asked }) => ({
    object: { type: 'finding', ref: id },
    subjects: asked,
    facts: { finding: kind, asked: asked.length },
  }),
})
