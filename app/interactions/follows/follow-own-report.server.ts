import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import type { Language } from '~/safeguards/vocabulary'
import { openContact } from '../people/person.server'
import { startFollowing } from './start-following.server'

/**
 * Somebody who reported an issue ticked that they want news of it. What the town owes them (a receipt, a question, the
 * decision) comes anyway; news rests on consent, so the owner of the address confirms it first, unless they were signed in.
 */
export const followOwnReport = defineInteraction({
  name: 'follow.own-report',
  input: z.object({ reportId: z.uuid(), isConfirmed: z.boolean() }),
  roles: ['system'],
  purpose: 'keep-people-informed',
  legalBasis: 'A6-1-a-consent',
  ictRole: 'instrumental',
  phase: 'co-assess',
  values: ['responsive'],
  effect: 'write',
  touches: { contact: ['email'], follow: ['what'], mail: ['content'] },
  facts: async () => ({ consent: 'given' }),
  async handle({ input, tx, now, after }) {
    const { issueId, personId, language, issue } = await tx.report.findUniqueOrThrow({
      where: { id: input.reportId },
      select: { issueId: true, personId: true, language: true, issue: { select: { ref: true } } },
    })
    const email = personId ? (await openContact(tx, personId)).email : null
    if (personId && email) {
      const followed = { issueId, areaKey: null, categoryKey: null }
      const wanted = { personId, followed, email, language: language as Language, isConfirmed: input.isConfirmed }
      await startFollowing({ tx, after, now }, wanted)
    }
    return { ref: issue.ref, personId }
  },
  about: (_, { ref, personId }) => ({ object: { type: 'issue', ref }, subjects: personId ? [personId] : [] }),
})
