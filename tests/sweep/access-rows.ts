import type { NameInTestdam } from '../people-of-testdam'

// `resident` owns all that is laid out; `neighbour` is the resident who does not.
export const everybody = [
  'anybody',
  'resident',
  'neighbour',
  'handler',
  'northHandler',
  'newcomer',
  'oversight',
  'administrator',
] as const satisfies readonly (NameInTestdam | 'anybody')[]
export type Who = (typeof everybody)[number]
/** A status; or where the answer leads, by its beginning. `sign-in` leads there and back. */
export type Said = number | string
export type Expected = Partial<Record<Who, Said>> & { others: Said }
export type Row = {
  path: string
  get: Expected | null
  post: Expected | null
  /** Who is shown the name or the address of the owner, besides the owner: it is their work. */
  showsOwnerTo?: readonly Who[]
  /** For whom the form changes nothing though they are not refused: a look, or a step that they cannot take here. */
  changesNothing?: readonly Who[]
}

export const row = (
  path: string,
  get: Expected | null,
  post: Expected | null = null,
  more: Partial<Row> = {},
): Row => ({
  path,
  get,
  post,
  ...more,
})

// Who is let in. Whoever is not named falls under `others`.
export const all = (said: Said = 200): Expected => ({ others: said })
export const admin = { administrator: 200, anybody: 'sign-in', others: 403 }
export const adminDoes = (to: Said, anybody: Said = 'sign-in') => ({ administrator: to, anybody, others: 403 })
export const overseer = { oversight: 200, anybody: 'sign-in', others: 403 }
export const rules = { ...admin, oversight: 200 }
export const resident = { resident: 200, neighbour: 200, anybody: 'sign-in', others: 403 }
export const residentDoes = (to: Said) => ({ resident: to, neighbour: to, anybody: 'sign-in', others: 403 })
export const signedIn = { ...all(), anybody: 'sign-in' as Said }
export const residentElse = (to: Said) => ({ resident: 200, neighbour: 200, anybody: 'sign-in', others: to })
export const staff = { anybody: 'sign-in', resident: '/me', neighbour: '/me', others: 200 }
// Testdam's officers came by another way than by password: nothing to change here.
export const staffOfDemo = { ...staff, others: '/me/account' }
export const officer = { anybody: 'sign-in', handler: 200, northHandler: 200, newcomer: 200, others: 403 }
// The case is in the south: one officer may read and answer it, one only works in the north, one has no mandate.
export const onCase = { anybody: 'sign-in', handler: 200, others: 403 }
export const onCaseDoes = (act: string) => ({
  anybody: 'sign-in',
  handler: `/desk/cases/{ref}?done=${act}`,
  others: 403,
})
export const caseAct = (act: string) => row(`/desk/cases/{ref}/${act}`, null, onCaseDoes(act))
// Overseers and administrators report nothing under their function.
export const reporter = (said: Said = 200) => ({ oversight: 403, administrator: 403, others: said })
export const step = (name: string, get: Said, post: Said) => row(`/issues/new/${name}`, reporter(get), reporter(post))
export const begin = '/issues/new/place?again'
export const follower = {
  anybody: '/follow/asked',
  resident: '/follow/started',
  neighbour: '/follow/started',
  others: 403,
}
/** What everybody who works here may open, and no resident. */
export const works = (said: Said = 200, others: Said = 404): Expected => ({
  anybody: 'sign-in',
  resident: 403,
  neighbour: 403,
  handler: said,
  others,
})
export const findingAct = (act: string) =>
  row(`/oversight/findings/{finding}/${act}`, null, {
    oversight: `/oversight/findings/{finding}?done=${act}`,
    anybody: 'sign-in',
    others: 403,
  })
