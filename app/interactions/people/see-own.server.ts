import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { ownId } from '../accounts/own'
import { ownQuestions } from '../findings/own-questions.server'
import { ownFollows, ownReports } from './own-rows.server'
import { openContact } from './person.server'

/** A resident opens their own page: what the town knows about them, what they reported and what they follow. */
export const seeOwn = defineInteraction({
  name: 'person.see-own',
  input: z.object({ before: z.iso.datetime().optional().catch(undefined) }),
  roles: ['resident'],
  purpose: 'resident-accounts',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'transformative',
  phase: 'governance',
  values: ['lawfulness', 'responsive'],
  effect: 'read',
  touches: {
    resident: ['language'],
    contact: ['name', 'email', 'phone'],
    report: ['own'],
    follow: ['own'],
    question: ['own'],
  },
  async handle({ input, tx, actor, now, language }) {
    const personId = ownId(actor)
    const person = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      select: { language: true, createdAt: true },
    })
    const contact = await openContact(tx, personId)
    const before = input.before ? new Date(input.before) : null
    const { reports, hasMore } = await ownReports(tx, personId, language, { before, most: 20 })
    const questions = await ownQuestions(tx, personId, now)
    return { person, contact, reports, hasMore, questions, follows: await ownFollows(tx, personId, language) }
  },
  about: (_input, _value, { id }) => ({ object: { type: 'own-data', ref: 'page' }, subjects: id ? [id] : [] }),
})
