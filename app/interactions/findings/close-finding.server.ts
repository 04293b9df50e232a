import { z } from 'zod'
import { Prisma } from '~/platform/db.server'
import { defineInteraction } from '~/safeguards/door.server'
import { aboutOneself, findingInHand, isStillOpen, isTheirs, moveOn } from './finding.server'
import { findingFields, reasons, verdict } from './finding-fields.input'
import { tellAsker } from './finding-letters.server'
import { overseeing } from './overseeing'

/** The officer closes a finding: justified, unjustified or unclear, with reasons. Never the person it is about (I01). */
export const closeFinding = defineInteraction({
  ...overseeing,
  name: 'finding.close',
  input: z.object({ ...findingFields, verdict, text: reasons }),
  touches: { finding: ['state', 'verdict', 'history'], mail: ['content'] },
  facts: aboutOneself,
  async handle(context) {
    const { input, tx, actor, now } = context
    const finding = await findingInHand(tx, input.id)
    isStillOpen(finding, input.version)
    isTheirs(finding, actor)
    await moveOn(tx, finding, {
      kind: 'closed',
      byId: actor.id,
      text: input.text,
      now,
      set: Prisma.sql`state = 'closed', verdict = ${input.verdict}, closed_at = ${now}, closed_by = ${actor.id}::uuid`,
    })
    await tellAsker(context, finding, {
      template: 'look-question-closed',
      once: input.version,
      text: input.text,
      verdict: input.verdict,
    })
    return { id: finding.id, kind: finding.kind, askedBy: finding.askedBy, verdict: input.verdict }
  },
  about: (_, { id, kind, askedBy, verdict }) => ({
    object: { type: 'finding', ref: id },
    subjects: askedBy ? [askedBy] : [],
    facts: { finding: kind, verdict },
  }),
})
