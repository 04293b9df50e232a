import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { checkHuman } from '~/platform/human.server'
import { InvalidInput } from '~/platform/problems'
import { normaliseEmail } from '~/platform/sealing.server'
import { newToken, tokenHash } from '~/platform/tokens.server'
import { isTooOften } from '~/platform/too-often.server'
import { defineInteraction } from '~/safeguards/door.server'
import type { Language } from '~/safeguards/vocabulary'
import { noticeFact } from '../accounts/notice-shown.input'
import { makeLink } from '../accounts/one-time-link.server'
import { writeLetter } from '../letters/letter.server'
import { findOrMakeResident, openContact } from '../people/person.server'
import { sealOfPerson } from '../people/person-key.server'
import { askToFollowInput } from './ask-to-follow.input'
import { type Followed, findFollowed, wordsOfFollowed } from './followed.server'

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
    if (await isFollowing(tx, personId, followed)) return { personId, isConfirmed }
    // As with sign-in letters: nobody's mailbox is flooded by somebody else.
    const who = normaliseEmail(email)
    if (!isConfirmed && (await isTooOften(tx, { kind: 'follow letter', who, times: 10, perSeconds: 3600 }, now))) {
      return { personId, isConfirmed }
    }
    const followId = await makeFollow(tx, { personId, followed, language, isConfirmed }, now)
    if (isConfirmed) return { personId, isConfirmed }
    const { token } = await makeLink(
      tx,
      { purpose: 'follow-confirm', minutes: 3 * 24 * 60, personId, content: { followId } },
      now,
    )
    const what = await wordsOfFollowed(tx, followed, language)
    const letter = { personId, language, onceKey: `follow-confirm:${followId}`, link: `/follow/confirm/${token}` }
    await writeLetter({ tx, after, now }, { ...letter, template: 'follow-confirm', values: { what } })
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

const isFollowing = async (tx: Tx, personId: string, followed: Followed) =>
  (await tx.follow.findFirst({
    where: { personId, ...followed, endedAt: null, confirmedAt: { not: null } },
    select: { id: true },
  })) !== null

type NewFollow = { personId: string; followed: Followed; language: Language; isConfirmed: boolean }

async function makeFollow(
  tx: Tx,
  { personId, followed, language, isConfirmed }: NewFollow,
  now: Date,
): Promise<string> {
  const own = await sealOfPerson(tx, personId)
  if (!own) throw new Error('Somebody who was erased follows nothing.')
  const endToken = newToken()
  const id = randomUUID()
  await tx.follow.create({
    data: {
      id,
      personId,
      ...followed,
      language,
      askedAt: now,
      confirmedAt: isConfirmed ? now : null,
      endTokenHash: new Uint8Array(tokenHash(endToken)),
      sealedEndToken: own.seal(endToken, 'follow.sealed_end_token'),
    },
  })
  return id
}
