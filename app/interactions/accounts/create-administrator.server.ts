import { z } from 'zod'
import { Problem } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { isLanguage, languages } from '~/safeguards/vocabulary'
import { makeStaff, personWithEmail } from '../people/person.server'
import { townOrNull } from '../town/town.server'
import { emailField } from './ask-sign-in-link.input'
import { makeInvite } from './invite.server'

/** The address belongs to a resident: one person has one role, so an administrator needs another address. */
export class ResidentHere extends Problem {
  readonly type = 'resident-here'
  readonly status = 409
}

/**
 * The operator makes an administrator, or a new invitation for somebody who works here and lost their way in. Possible
 * only for whoever can start the platform itself; it is on record like any other act.
 */
export const createAdministrator = defineInteraction({
  name: 'account.create-administrator',
  input: z.object({
    email: emailField,
    name: z.string().trim().max(100).default(''),
    language: z.enum(languages).optional(),
  }),
  roles: ['system'],
  purpose: 'staff-accounts',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['integrity'],
  effect: 'write',
  touches: { staff: ['name', 'email', 'role'], session: ['link'] },
  facts: async () => ({ purposeOfUse: 'manage-staff' }),
  async handle({ input, tx, now }) {
    const { email, name } = input
    const known = await personWithEmail(tx, email)
    if (known?.role === 'resident') throw new ResidentHere()
    const [townLanguage] = (await townOrNull(tx))?.languages ?? []
    const language = input.language ?? (isLanguage(townLanguage) ? townLanguage : 'en')
    const staff = { email, name: name || email, role: 'administrator' as const, language, jobTitle: 'Administrator' }
    const personId = known?.id ?? (await makeStaff(tx, staff, now)).personId
    return { personId, isNew: known === null, ...(await makeInvite(tx, personId, now)) }
  },
  about: (_, { personId, isNew }) => ({
    object: { type: 'account', ref: 'administrator' },
    subjects: [personId],
    facts: { new: isNew },
  }),
})
