import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { ref } from './case-fields.input'
import { caseToRead } from './case-in-hand.server'
import { contactPurposes } from './contact.input'
import { contactOfReport } from './contact-of-report.server'
import { relationOf } from './relation'

export const openContactInput = z.object({ ref, reportId: z.uuid(), purposeOfUse: z.enum(contactPurposes) })

/**
 * A civil servant opens the contact details of one reporter, for a purpose they name and because of what they have to do
 * with the case. The door finds that relation itself; the reporter can read afterwards that it happened and why.
 */
export const openContactDetails = defineInteraction({
  name: 'contact.open',
  input: openContactInput,
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['integrity', 'responsive'],
  effect: 'read',
  touches: { contact: ['name', 'email', 'phone'] },

  async facts({ tx, input, actor, now }) {
    const opened = await caseToRead(tx, input.ref)
    return { purposeOfUse: input.purposeOfUse, access: { relation: relationOf(actor, opened, now) } }
  },
  handle: async ({ tx, input }) => contactOfReport(tx, await caseToRead(tx, input.ref), input.reportId),
  about: ({ purposeOfUse }, { ref, area, personId }) => ({
    object: { type: 'issue', ref },
    area,
    subjects: [personId],
    facts: { purpose: purposeOfUse },
  }),
})
