/** Where the town stands with an issue, as it is kept. `waiting`: the town asked the resident something. */
export const issueStatuses = ['open', 'in-progress', 'waiting', 'resolved', 'not-resolved'] as const
export type IssueStatus = (typeof issueStatuses)[number]

/** What everybody sees: the status, and `overdue` when the day for an answer has passed. Each has its own sign and words. */
export const issueStates = ['open', 'in-progress', 'waiting', 'overdue', 'resolved', 'not-resolved'] as const
export type IssueState = (typeof issueStates)[number]

type Moment = Date | string

/** The town is done with it, whether or not the problem is gone. */
export const isClosed = (status: string): boolean => status === 'resolved' || status === 'not-resolved'

/**
 * The state of an issue at this moment. `dueAt` is when the last day for an answer is over. While the town waits for the
 * resident its clock stands still, so a waiting issue is never overdue.
 */
export function stateOf({ status, dueAt }: { status: string; dueAt: Moment | null }, now: Moment): IssueState {
  if (status === 'open' || status === 'in-progress') {
    return dueAt !== null && new Date(dueAt) <= new Date(now) ? 'overdue' : status
  }
  return isIssueStatus(status) ? status : 'open'
}

/** The last day on which an answer is in time, as a moment within that day: `dueAt` itself is already the next one. */
export const lastMomentOf = (dueAt: Moment): Date => new Date(new Date(dueAt).getTime() - 1)

export const isIssueStatus = (word: unknown): word is IssueStatus => issueStatuses.includes(word as IssueStatus)

/** Says a key from the words: `t` on pages, `translate` bound to a language in letters and feeds. */
export type Say = (key: string, values?: Record<string, string | number | Date>) => string

/** What an issue is called: the kind of problem and where it is, "Street light out on Clarendon Street". */
export const titleOf = (say: Say, { category, place }: { category: string; place: string }): string =>
  place ? say('issue.title.placed', { category, place, kind: kindOfPlace(place) }) : category

// A street has things on it, a house number has them at it, and "near X" says by itself how it stands to them.
function kindOfPlace(place: string): 'number' | 'near' | 'street' {
  if (/^\d/.test(place)) return 'number'
  return /^(near|in de buurt van|cerca de|قرب)\s/iu.test(place) ? 'near' : 'street'
}
