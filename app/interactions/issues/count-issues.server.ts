import { Prisma, type Tx } from '~/platform/db.server'
import type { Language } from '~/safeguards/vocabulary'
import { filtersToParams, type IssueFilters } from './issue-filters.input'
import { issueConditions } from './issue-filters.server'

/** How many issues match: exact up to `mostCounted`, then "more than". Counting a million for one line would slow everybody. */
export type IssueCount = { count: number; isMore: boolean }

export const mostCounted = 10_000

type Kept = { answer: IssueCount; until: number }
const kept = new WeakMap<object, Map<string, Kept>>()
const keepMs = 15_000
// A list this long is not counted anew for each reader; a short one is, so that whoever just reported is counted.
const longList = 500
const mostKept = 500

/** Counts what the filters match, on whatever page the reader is. */
export async function countIssues(tx: Tx, filters: IssueFilters, now: Date, language: Language): Promise<IssueCount> {
  const key = `${filters.q ? language : ''} ${filtersToParams({ ...filters, after: null, sort: 'newest' })} ${filters.sort === 'due'}`
  const known = kept.get(tx)?.get(key)
  if (known && known.until > performance.now()) return known.answer
  const onlyOpen = filters.sort === 'due' ? Prisma.sql` AND i.closed_at IS NULL` : Prisma.empty
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count
    FROM (SELECT 1 FROM issue i WHERE ${issueConditions(filters, now, language)}${onlyOpen} LIMIT ${mostCounted + 1}) counted`
  const counted = row?.count ?? 0
  const answer = { count: Math.min(counted, mostCounted), isMore: counted > mostCounted }
  if (counted >= longList) keep(tx, key, answer)
  return answer
}

function keep(tx: Tx, key: string, answer: IssueCount) {
  const answers = kept.get(tx) ?? new Map<string, Kept>()
  if (answers.size >= mostKept) answers.clear()
  answers.set(key, { answer, until: performance.now() + keepMs })
  kept.set(tx, answers)
}
