import { z } from 'zod'
import { env } from '~/platform/env.server'
import { stampForm } from '~/platform/human.server'
import { tokenHash } from '~/platform/tokens.server'
import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { noticeFor } from '../accounts/notice-to-show'
import { nameOfCategory } from '../issues/category-name'
import { followedFields } from './ask-to-follow.input'
import { followForm } from './ask-to-follow.server'
import { findFollowed, wordsOfFollowed } from './followed.server'

const seen = {
  roles: roles.filter((role) => role !== 'system'),
  purpose: 'keep-people-informed',
  legalBasis: 'A6-1-a-consent',
  ictRole: 'instrumental',
  phase: 'co-assess',
  values: ['responsive'],
  effect: 'public-read',
  touches: {},
} as const

/** The page that offers to follow an issue. */
export const seeFollowIssue = defineInteraction({
  ...seen,
  name: 'follow.see-issue',
  input: z.object({ ref: z.string().max(20) }),
  async handle({ input, tx, now, language, actor }) {
    const followed = await findFollowed(tx, input)
    return { ...formFacts(now), isSignedIn: actor.id !== null, what: await wordsOfFollowed(tx, followed, language) }
  },
})

/** The page that offers to follow an area, a category, or both; with what there is to choose from. */
export const seeFollowNews = defineInteraction({
  ...seen,
  name: 'follow.see-news',
  input: z.object({ area: followedFields.area, category: followedFields.category }),
  async handle({ input, tx, now, language, actor }) {
    const areas = await tx.area.findMany({ select: { key: true, name: true }, orderBy: { name: 'asc' }, take: 500 })
    const categories = await tx.category.findMany({
      where: { isEmergency: false },
      select: { key: true, name: true },
      take: 500,
    })
    const named = categories.map(({ key, name }) => ({ key, name: nameOfCategory(name, language) }))
    named.sort((one, other) => one.name.localeCompare(other.name, language))
    return {
      ...formFacts(now),
      isSignedIn: actor.id !== null,
      areas,
      categories: named,
      feed: feedOf(input, language),
      area: areas.find(({ key }) => key === input.area)?.key ?? '',
      category: named.find(({ key }) => key === input.category)?.key ?? '',
    }
  },
})

/** The pages that say what happens next, and the one that asks for a yes; they show nobody anything. */
export const seeFollowAsked = defineInteraction({
  ...seen,
  name: 'follow.see-asked',
  input: z.object({}),
  handle: async () => ({}),
})

/** What the owner of an address is asked to say yes to. Opening the page uses nothing up. */
export const seeFollowConfirm = defineInteraction({
  ...seen,
  name: 'follow.see-confirm',
  input: z.object({ token: z.string().max(100) }),
  async handle({ input, tx, language }) {
    const link = await tx.oneTimeToken.findUnique({ where: { tokenHash: new Uint8Array(tokenHash(input.token)) } })
    const asked = followAsked.safeParse(link?.purpose === 'follow-confirm' ? link.content : null)
    const follow = asked.success ? await tx.follow.findUnique({ where: { id: asked.data.followId } }) : null
    return { what: follow ? await wordsOfFollowed(tx, follow, language) : null }
  },
})

const followAsked = z.object({ followId: z.uuid() })

/** What a link in a letter is about, before its button is pressed. */
export const seeFollowEnd = defineInteraction({
  ...seen,
  name: 'follow.see-end',
  input: z.object({ token: z.string().max(100) }),
  async handle({ input, tx, language }) {
    const follow = await tx.follow.findUnique({ where: { endTokenHash: new Uint8Array(tokenHash(input.token)) } })
    // An unknown link and an ended one look alike: pressing the button is never wrong.
    return { what: follow ? await wordsOfFollowed(tx, follow, language) : null }
  },
})

function feedOf(
  { area, category }: { area?: string | undefined; category?: string | undefined },
  language: string,
): string {
  const query = new URLSearchParams({ ...(area && { area }), ...(category && { category }), lang: language })
  return `/feeds/issues.atom?${query}`
}

const formFacts = (now: Date) => ({
  stamp: stampForm(env().secretKey, followForm, now),
  notice: noticeFor('keep-people-informed'),
})
