import { z } from 'zod'
import { plainText } from '~/platform/plain-text'
import { defineInteraction } from '~/safeguards/door.server'
import { isBreakGlassReason } from '~/safeguards/integrity/break-glass'
import { ref } from './case-fields.input'
import { caseToRead } from './case-in-hand.server'
import { breakGlassCategories } from './contact.input'
import { contactOfReport } from './contact-of-report.server'
import { relationOf } from './relation'

export const breakGlassInput = z.object({
  ref,
  reportId: z.uuid(),
  category: z.enum(breakGlassCategories),
  reason: z
    .string()
    .transform(plainText)
    .pipe(z.string().max(500).refine(isBreakGlassReason, 'check.I03.glass-reason-missing')),
})

/**
 * A civil servant who does not work on a case opens contact details all the same, because it cannot wait: with the kind of
 * emergency and a reason. Oversight looks at every single time, and the reporter can read that it happened.
 */
export const breakGlass = defineInteraction({
  name: 'contact.break-glass',
  input: breakGlassInput,
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['integrity'],
  effect: 'read',
  touches: { contact: ['name', 'email', 'phone'] },

  async facts({ tx, input, actor, now }) {
    const opened = await caseToRead(tx, input.ref)
    const { category, reason } = input
    return { access: { relation: relationOf(actor, opened, now), breakGlass: { category, reason } } }
  },
  async handle({ tx, input, after, traceId }) {
    const contact = await contactOfReport(tx, await caseToRead(tx, input.ref), input.reportId)
    after('finding.review-break-glass', { traceId })
    return contact
  },
  about: ({ category }, { ref, area, personId }) => ({
    object: { type: 'issue', ref },
    area,
    subjects: [personId],
    facts: { emergency: category },
  }),
})
