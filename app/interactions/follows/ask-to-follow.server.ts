import type { z } from 'zod'
import { env } from '~/platform/env.server'
import { checkHuman } from '~/platform/human.server'
import { InvalidInput } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { noticeFact } from '../accounts/notice-shown.input'
import { findOrMakeResident, openContact } from '../people/person.server'
import { askToFollowInput } from './ask-to-follow.input'
import { findFollowed } from './followed.server'
import { startFollowing } from './start-following.server'

/**
 * Somebody asks for news by mail. Nothing is sent but one question, until the owner of the address says yes; who signed in
 * by mail has shown that already. The answer does not tell whether an address is known.
 */
export const askToFollow = defineInteraction({
  name: 'follow.ask',
  input: askToFollowInput,
  roles: ['resident'],
  purpose: 'keep-people-informed',
  legalBasis: 'A6-1-a-consent',
  ictRole: 'instrumental',
  phase: 'co-assess',
  values: ['responsive'],
  limit: { times: 30, perSeconds: 3600 },
  effect: 'write',
  touches: { contact: ['email'], follow: ['what'], mail: ['content'] },
  facts: async ({ input }) => {
    const shown = noticeFact(input)
    return { consent: 'given', collectsFromPerson: true, ...(shown && { noticeShown: shown }) }
  },
  async handle({ input, actor, address, tx, now, language, after }) {
    const followed = await findFollowed(tx, input)
    const own = actor.id ? await openContact(tx, actor.id) : null
    const email = own?.email ?? input.email
    if (!email) throw new InvalidInput({ email: 'field.required' })
    if (!own?.email) checkStranger(input, address, now)
    const { personId } =
      own?.email && actor.id ? { personId: actor.id } : await findOrMakeResident(tx, { email, language }, now)
    const isConfirmed = Boolean(own?.email)
    await startFollowing({ tx, after, now }, { personId, followed, email, language, isConfirmed })
    return { personId, isConfirmed }
  },
  about: (input, { personId, isConfirmed }) => ({
    object: input.ref
      ? { type: 'issue', ref: input.ref }
      : { type: 'news', ref: [input.area, input.category].filter(Boolean).join(' ') },
    subjects: [personId],
    facts: { confirmed: isConfirmed },
  }),
})

/** The hidden value that tells when the form was shown. */
export const followForm = 'follow'

function checkStranger(input: z.output<typeof askToFollowInput>, address: string | null, now: Date) {
  if (address === null) return
  const found = checkHuman(env().secretKey, followForm, { trap: input['second-website'], stamp: input.stamp }, now, 1)
  if (found !== 'likely-human') throw new InvalidInput({ email: 'follow.field.try-again' }, keptOf(input))
}

const keptOf = ({ email = '', area = '', category = '' }: z.output<typeof askToFollowInput>) => ({
  email,
  area,
  category,
})
