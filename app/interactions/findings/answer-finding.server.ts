import { z } from 'zod'
import { Prisma } from '~/platform/db.server'
import { defineInteraction } from '~/safeguards/door.server'
import { aboutOneself, findingInHand, isStillOpen, isTheirs, moveOn } from './finding.server'
import { findingFields, reasons } from './finding-fields.input'
import { tellAsker } from './finding-letters.server'
import { overseeing } from './overseeing'

/** The officer answers with reasons; whoever asked reads it beside the look and gets a letter. The deadline is met. */
export const answerFinding = defineInteraction({
  ...overseeing,
  name: 'finding.answer',
  input: z.object({ ...findingFields, text: reasons }),
  touches: { finding: ['state', 'history'], mail: ['content'] },
  facts: aboutOneself,
  async handle(context) {
    const { input, tx, actor, now } = context
    const finding = await findingInHand(tx, input.id)
    isStillOpen(finding, input.version)
    isTheirs(finding, actor)
    await moveOn(tx, finding, {
      kind: 'answered',
      byId: actor.id,
      text: input.text,
      now,
      set: Prisma.sql`state = 'answered'`,
    })
    await tellAsker(context, finding, { template: 'look-question-answered', once: input.version, text: input.text })
    return { id: finding.id, kind: finding.kind, askedBy: finding.askedBy, isLate: now >= finding.dueAt }
  },
  about: (_, { id, kind, askedBy, isLate }) => ({
    object: { type: 'finding', ref: id },
    subjects: askedBy ? [askedBy] : [],
    facts: { finding: kind, is_late: isLate },
  }),
})
