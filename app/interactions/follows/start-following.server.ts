import { randomUUID } from 'node:crypto'
import type { Tx } from '~/platform/db.server'
import { normaliseEmail } from '~/platform/sealing.server'
import { newToken, tokenHash } from '~/platform/tokens.server'
import { isTooOften } from '~/platform/too-often.server'
import type { After } from '~/safeguards/interaction.server'
import type { Language } from '~/safeguards/vocabulary'
import { makeLink } from '../accounts/one-time-link.server'
import { writeLetter } from '../letters/letter.server'
import { sealOfPerson } from '../people/person-key.server'
import { type Followed, wordsOfFollowed } from './followed.server'

type Context = { tx: Tx; after: After; now: Date }
type NewFollow = {
  personId: string
  followed: Followed
  /** As it was typed; counted, so that nobody's mailbox is flooded by somebody else. */
  email: string
  language: Language
  /** They have shown that the address is theirs, by signing in with it. Everybody else is sent one question first. */
  isConfirmed: boolean
}

/** News by mail, with the owner's yes: one letter asks for it, and nothing follows until its button is pressed (double opt-in). */
export async function startFollowing({ tx, after, now }: Context, wanted: NewFollow): Promise<void> {
  const { personId, followed, email, language, isConfirmed } = wanted
  if (await isFollowing(tx, personId, followed)) return
  const asked = { kind: 'follow letter', who: normaliseEmail(email), times: 10, perSeconds: 3600 }
  if (!isConfirmed && (await isTooOften(tx, asked, now))) return
  const followId = await keepFollow(tx, wanted, now)
  if (isConfirmed) return
  const link = { purpose: 'follow-confirm', minutes: 3 * 24 * 60, personId, content: { followId } } as const
  const { token } = await makeLink(tx, link, now)
  await writeLetter(
    { tx, after, now },
    {
      personId,
      language,
      onceKey: `follow-confirm:${followId}`,
      template: 'follow-confirm',
      link: `/follow/confirm/${token}`,
      values: { what: await wordsOfFollowed(tx, followed, language) },
    },
  )
}

const isFollowing = async (tx: Tx, personId: string, followed: Followed) =>
  (await tx.follow.findFirst({
    where: { personId, ...followed, endedAt: null, confirmedAt: { not: null } },
    select: { id: true },
  })) !== null

async function keepFollow(
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
