import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { actorId } from './actor-id'
import { handTo } from './assignment.server'
import { caseFields } from './case-fields.input'
import { caseInHand, mandateForCase } from './case-in-hand.server'
import { interestsOf } from './interests.server'

export const takeCaseInput = z.object(caseFields)

/** A civil servant takes a case: from now on it is theirs to answer. */
export const takeCase = defineInteraction({
  name: 'case.take',
  input: takeCaseInput,
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['performing', 'integrity'],
  mandate: 'answer',
  effect: 'write',
  touches: { issue: ['assignee'] },

  async facts({ tx, input, actor }) {
    const opened = await caseInHand(tx, input.ref)
    const interests = await interestsOf(tx, opened, actorId(actor))
    return { ...(await mandateForCase({ tx, input })), interests }
  },
  async handle({ input, actor, tx, now }) {
    const opened = await caseInHand(tx, input.ref)
    await handTo(tx, opened, { version: input.version, assigneeId: actorId(actor), now })
    return { ref: opened.ref, area: opened.areaKey }
  },
  about: (_, { ref, area }) => ({ object: { type: 'issue', ref }, area, facts: { assigned: 'self' } }),
})
