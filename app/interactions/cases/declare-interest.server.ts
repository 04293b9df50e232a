import { z } from 'zod'
import { InvalidInput } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { actorId } from './actor-id'
import { handTo } from './assignment.server'
import { caseFields, text } from './case-fields.input'
import { caseInHand, mandateForCase } from './case-in-hand.server'
import { interestKinds } from './interest.input'

export const declareInterestInput = z.object({
  ...caseFields,
  kind: z.enum(interestKinds),
  /** Leave the case to a colleague, or ask whether somebody else allows it. */
  outcome: z.enum(['recused', 'open']),
  text,
})

/** A civil servant says that a case touches them personally. Until somebody else allows it, they do not decide about it. */
export const declareInterest = defineInteraction({
  name: 'interest.declare',
  input: declareInterestInput,
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['integrity'],
  mandate: 'read-cases',
  effect: 'write',
  touches: { issue: ['assignee'], staff: ['interest'] },

  facts: mandateForCase,
  async handle({ input, actor, tx, now }) {
    const opened = await caseInHand(tx, input.ref)
    const personId = actorId(actor)
    const { kind, outcome, text, version } = input
    const declared = { issueId: opened.id, personId, kind, outcome, reason: text, declaredAt: now }
    const { count } = await tx.interestDeclaration.createMany({ data: declared, skipDuplicates: true })
    if (count === 0) throw new InvalidInput({ kind: 'desk.interest.declared-before' })
    if (opened.assigneeId === personId) await handTo(tx, opened, { version, assigneeId: null, now })
    return { ref: opened.ref, area: opened.areaKey, personId }
  },
  about: ({ kind, outcome }, { ref, area, personId }) => ({
    object: { type: 'issue', ref },
    area,
    subjects: [personId],
    facts: { interest: kind, outcome },
  }),
})
