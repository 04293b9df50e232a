import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { lastMomentOf } from '../issues/issue'
import { actorId } from './actor-id'
import { optionalText, publicFields, tick } from './case-fields.input'
import { caseInHand, mandateForCase } from './case-in-hand.server'
import { interestsOf } from './interests.server'
import { publish, tell } from './publication.server'
import { heedSensitiveText } from './sensitive-text'

export const acknowledgeCaseInput = z.object({ ...publicFields, text: optionalText, takesCase: tick })

/** A civil servant tells the reporters that somebody is looking at their issue, and until when the town answers. */
export const acknowledgeCase = defineInteraction({
  name: 'case.acknowledge',
  input: acknowledgeCaseInput,
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['responsive', 'lawfulness'],
  mandate: 'answer',
  effect: 'write',
  touches: { issue: ['status', 'assignee'], update: ['text'], mail: ['content'] },

  async facts({ tx, input, actor }) {
    const opened = await caseInHand(tx, input.ref)
    return {
      ...(await mandateForCase({ tx, input })),
      ...heedSensitiveText({ text: input.text }, input.keepsText),
      // Only who makes the case their own is asked about ties to it.
      ...(input.takesCase && { interests: await interestsOf(tx, opened, actorId(actor)) }),
    }
  },
  async handle(context) {
    const { input, tx, actor } = context
    const { text, language, version } = input
    const opened = await caseInHand(tx, input.ref)
    const assigneeId = input.takesCase ? actorId(actor) : opened.assigneeId
    const published = await publish(context, opened, { kind: 'acknowledged', version, text, language, assigneeId })
    const { dueAt } = published
    await tell(context, opened, published, 'acknowledged', { ...(dueAt && { due: lastMomentOf(dueAt) }), text })
    return { ref: opened.ref, area: opened.areaKey, status: published.status }
  },
  about: (_, { ref, area, status }) => ({ object: { type: 'issue', ref }, area, facts: { status } }),
})
