import { z } from 'zod'
import { NotFound } from '~/platform/problems'
import { tokenHash } from '~/platform/tokens.server'
import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { ownId } from '../accounts/own'
import { LinkNotValid } from '../accounts/problems'
import { wordsOfFollowed } from './followed.server'

// Taking consent back is as easy as giving it: one press, no sign-in, no question why (GDPR 7(3)). The check is told which
// consent ends here, because without one nobody could withdraw.
const ending = {
  purpose: 'keep-people-informed',
  legalBasis: 'A6-1-a-consent',
  ictRole: 'instrumental',
  phase: 'co-assess',
  values: ['lawfulness', 'responsive'],
  effect: 'write',
  touches: { follow: ['consent'] },
} as const

/** Somebody stops following with the link in a letter. A second press says the same again. */
export const endFollow = defineInteraction({
  ...ending,
  name: 'follow.end',
  input: z.object({ token: z.string().max(100) }),
  roles: roles.filter((role) => role !== 'system'),
  facts: async () => ({ consent: 'given' }),
  async handle({ input, tx, now, language }) {
    const follow = await tx.follow.findUnique({ where: { endTokenHash: new Uint8Array(tokenHash(input.token)) } })
    if (!follow) throw new LinkNotValid('unknown')
    if (!follow.endedAt) await tx.follow.update({ where: { id: follow.id }, data: { endedAt: now } })
    return { personId: follow.personId, what: await wordsOfFollowed(tx, follow, language) }
  },
  about: (_, { personId }) => ({ object: { type: 'follow', ref: 'ended' }, subjects: [personId] }),
})

/** A signed-in resident stops following one of their own. */
export const endOwnFollow = defineInteraction({
  ...ending,
  name: 'follow.end-own',
  input: z.object({ followId: z.uuid() }),
  roles: ['resident'],
  facts: async () => ({ consent: 'given' }),
  async handle({ input, tx, now, actor }) {
    const { count } = await tx.follow.updateMany({
      where: { id: input.followId, personId: ownId(actor), endedAt: null },
      data: { endedAt: now },
    })
    if (count === 0) throw new NotFound()
  },
  about: (_input, _value, actor) => ({
    object: { type: 'follow', ref: 'ended' },
    subjects: actor.id ? [actor.id] : [],
  }),
})
