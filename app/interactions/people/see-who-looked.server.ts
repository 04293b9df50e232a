import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { ownId } from '../accounts/own'
import { looksAt } from './looks.server'

/** A resident reads who used their data: when, in which function, which data, why and for what purpose. */
export const seeWhoLooked = defineInteraction({
  name: 'person.see-who-looked',
  input: z.object({
    before: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional()
      .catch(undefined),
    all: z.literal('yes').optional().catch(undefined),
  }),
  roles: ['resident'],
  purpose: 'oversight',
  legalBasis: 'A6-1-c-legal-obligation',
  ictRole: 'transformative',
  phase: 'governance',
  values: ['integrity', 'lawfulness'],
  effect: 'read',
  touches: { resident: ['record-of-acts'] },
  async handle({ input, tx, actor }) {
    const before = input.before === undefined ? null : BigInt(input.before)
    return looksAt(tx, ownId(actor), { before, most: 20, all: input.all === 'yes' })
  },
  about: (_input, _value, { id }) => ({ object: { type: 'own-data', ref: 'who-looked' }, subjects: id ? [id] : [] }),
})
