import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { useLink } from '../accounts/one-time-link.server'
import { LinkNotValid } from '../accounts/problems'
import { wordsOfFollowed } from './followed.server'

/** The owner of an address says yes to news. By a button and not by opening a page: mail scanners open every page. */
export const confirmFollow = defineInteraction({
  name: 'follow.confirm',
  input: z.object({ token: z.string().max(100) }),
  roles: roles.filter((role) => role !== 'system'),
  purpose: 'keep-people-informed',
  legalBasis: 'A6-1-a-consent',
  ictRole: 'instrumental',
  phase: 'co-assess',
  values: ['responsive', 'lawfulness'],
  limit: { times: 60, perSeconds: 3600 },
  effect: 'write',
  touches: { follow: ['consent'] },
  facts: async () => ({ consent: 'given' }),
  async handle({ input, tx, now, language }) {
    const link = await useLink(tx, { purpose: 'follow-confirm', token: input.token }, now)
    const follow = await tx.follow.findUnique({ where: { id: String(link.content.followId) } })
    if (!follow || follow.endedAt) throw new LinkNotValid('unknown')
    await tx.follow.update({ where: { id: follow.id }, data: { confirmedAt: now } })
    return { personId: follow.personId, what: await wordsOfFollowed(tx, follow, language) }
  },
  about: (_, { personId }) => ({ object: { type: 'follow', ref: 'confirmed' }, subjects: [personId] }),
})
