import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { ownId } from '../accounts/own'
import { lookedFilters, lookedPage } from './looked-page.server'

/** A resident reads who used their data: when, in which function, which data, why and for what purpose. */
export const seeWhoLooked = defineInteraction({
  name: 'person.see-who-looked',
  input: z.object(lookedFilters),
  roles: ['resident'],
  purpose: 'oversight',
  legalBasis: 'A6-1-c-legal-obligation',
  ictRole: 'transformative',
  phase: 'governance',
  values: ['integrity', 'lawfulness'],
  effect: 'read',
  touches: { resident: ['record-of-acts'], question: ['own'] },
  handle: async ({ input, tx, actor, now, language }) => lookedPage(tx, ownId(actor), input, { now, language }),
  about: (_input, _value, { id }) => ({ object: { type: 'own-data', ref: 'who-looked' }, subjects: id ? [id] : [] }),
})
