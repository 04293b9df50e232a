import type { Tx } from '~/platform/db.server'
import type { Language } from '~/safeguards/vocabulary'
import { filtersToParams, type IssueFilters } from './issue-filters.input'
import { issueConditions, searchQuery } from './issue-filters.server'
import { cursorCondition, issueOrder } from './issue-order.server'

/** How many issues match: exact up to `mostCounted`, then "more than". Counting a million for one line would slow everybody. */
export type IssueCount = { count: number; isMore: boolean }

export const mostCounted = 10_000
const readForCount = 6_000
const manyHits = 100

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
  const answer =
    filters.q === '' ? await counted(tx, filters, now, language) : await countedInSearch(tx, filters, now, language)
  // Where somebody left the map nobody else leaves it: kept, it would only push out what many ask.
  if (answer.count >= longList && filters.box === null) keep(tx, key, answer)
  return answer
}

async function counted(tx: Tx, filters: IssueFilters, now: Date, language: Language): Promise<IssueCount> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM issue i WHERE ${issueConditions(filters, now, language)}${cursorCondition({ ...filters, after: null })}
      LIMIT ${mostCounted + 1}) counted`
  const count = row?.count ?? 0
  return { count: Math.min(count, mostCounted), isMore: count > mostCounted }
}

// A common word has a hundred thousand hits, and the index of words would find them all before counting the first. Where the
// newest issues hold many already, that is the answer: more than so many. Where they are all there is, it is exact.
async function countedInSearch(tx: Tx, filters: IssueFilters, now: Date, language: Language): Promise<IssueCount> {
  const others = issueConditions({ ...filters, q: '' }, now, language)
  const [row] = await tx.$queryRaw<{ read: number; hits: number }[]>`
    SELECT count(*)::int AS read, (count(*) FILTER (WHERE i.search @@ ${searchQuery(filters.q, language)}))::int AS hits
    FROM (SELECT i.search FROM issue i WHERE ${others}${cursorCondition({ ...filters, after: null })}
      ORDER BY ${issueOrder(filters.sort)} LIMIT ${readForCount}) i`
  const { read, hits } = row ?? { read: 0, hits: 0 }
  if (read < readForCount) return { count: hits, isMore: false }
  return hits >= manyHits ? { count: roundedDown(hits), isMore: true } : counted(tx, filters, now, language)
}

/** The first digit and noughts: "more than 3,000" is true of 3,217 and easier to read. */
const roundedDown = (count: number) => {
  const unit = 10 ** Math.floor(Math.log10(count))
  return Math.floor(count / unit) * unit
}

function keep(tx: Tx, key: string, answer: IssueCount) {
  const answers = kept.get(tx) ?? new Map<string, Kept>()
  if (answers.size >= mostKept) answers.clear()
  answers.set(key, { answer, until: performance.now() + keepMs })
  kept.set(tx, answers)
}
