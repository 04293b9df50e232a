import { z } from 'zod'
import { OutOfDate } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { handTo } from './assignment.server'
import { caseFields } from './case-fields.input'
import { caseInHand, mandateForCase } from './case-in-hand.server'

export const releaseCaseInput = z.object(caseFields)

/** A civil servant gives a case back: it stands in the queue again for whoever has the mandate. */
export const releaseCase = defineInteraction({
  name: 'case.release',
  input: releaseCaseInput,
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['performing'],
  mandate: 'answer',
  effect: 'write',
  touches: { issue: ['assignee'] },

  facts: mandateForCase,
  async handle({ input, tx, now }) {
    const opened = await caseInHand(tx, input.ref)
    if (opened.assigneeId === null) throw new OutOfDate()
    await handTo(tx, opened, { version: input.version, assigneeId: null, now })
    return { ref: opened.ref, area: opened.areaKey }
  },
  about: (_, { ref, area }) => ({ object: { type: 'issue', ref }, area, facts: { assigned: 'nobody' } }),
})
