import { Prisma, type Tx } from '~/platform/db.server'
import type { Actor } from '~/safeguards/interaction.server'
import { addDays, localDateOf, startOfDay } from '~/safeguards/lawfulness/working-days'
import type { Language } from '~/safeguards/vocabulary'
import { type IssueFilters, noFilters } from '../issues/issue-filters.input'
import { issueConditions, searchQuery } from '../issues/issue-filters.server'
import { cursorCondition, issueOrder } from '../issues/issue-order.server'
import { type IssueRow, issueRows } from '../issues/issue-rows.server'
import { withinMandates } from './mandate-conditions.server'
import { newsSinceLastWord } from './news.server'
import type { QueueFilters, QueueView } from './queue.input'

export type QueueRow = IssueRow & {
  /** Who has the case: the reader, a colleague by function, or nobody. */
  assignee: 'me' | 'nobody' | { jobTitle: string }
  isAcknowledged: boolean
  /** A resident added something since the town’s last word: perhaps the answer to its question. */
  hasNews: boolean
}

type Asked = { tx: Tx; actor: Actor; now: Date; timezone: string; language: Language }

/** How far ahead "due soon" looks: the rest of today and the six days after it. */
const soonDays = 7
// How many cases are read through in their order before the index of words is asked.
const looksThrough = 2_000

/** One page of the queue: what this civil servant may read, the nearest last day first. */
export async function queueRows(asked: Asked, filters: QueueFilters, limit: number): Promise<QueueRow[]> {
  const { tx, language } = asked
  const { sort } = asIssueFilters(filters)
  const conditions = queueConditions(asked, { ...filters, q: '' })
  const after = cursorCondition({ sort, after: filters.after })
  const whole = { where: Prisma.sql`${conditions}${after}`, sort, limit, language }
  if (filters.q === '') return withWork(asked, await issueRows(tx, whole))
  // Common words are found by reading on through the list, rare ones by the index of words.
  const query = searchQuery(filters.q, language)
  const near = Prisma.sql`(SELECT i.* FROM issue i WHERE ${whole.where} ORDER BY ${issueOrder(sort)} LIMIT ${looksThrough}) i`
  const hit = Prisma.sql`(i.search @@ ${query} OR EXISTS (SELECT 1 FROM report r
    WHERE r.issue_id = i.id AND r.description <> '' AND search_words(r.description, r.language) @@ ${query}))`
  const rows = await issueRows(tx, { ...whole, from: near, where: hit })
  if (rows.length === limit) return withWork(asked, rows)
  const byIndex = Prisma.sql`${queueConditions(asked, filters)}${after}`
  return withWork(asked, await issueRows(tx, { ...whole, where: byIndex }))
}

/** What the filters match, without the page. */
export function queueConditions({ actor, now, timezone, language }: Asked, filters: QueueFilters): Prisma.Sql {
  const { view } = filters
  const work = filters.view === 'closed' ? Prisma.empty : Prisma.sql` AND i.closed_at IS NULL`
  return Prisma.sql`${issueConditions(asIssueFilters(filters), now, language)}${work}
    AND ${withinMandates(actor.mandates, now)}${viewCondition(view, actor, now, timezone)}`
}

/** The condition of one ready-made view, beginning with AND; empty for those that the state of the issue says. */
export function viewCondition(view: QueueView, { id }: Pick<Actor, 'id'>, now: Date, timezone: string): Prisma.Sql {
  if (view === 'mine') return Prisma.sql` AND i.assignee_id = ${id}::uuid`
  if (view === 'unassigned') return Prisma.sql` AND i.assignee_id IS NULL`
  if (view === 'waiting') return Prisma.sql` AND i.status = 'waiting'`
  if (view === 'overdue') return Prisma.sql` AND i.status IN ('open', 'in-progress') AND i.due_at <= ${now}`
  if (view !== 'due-soon') return Prisma.empty
  const end = startOfDay(addDays(localDateOf(now, timezone), soonDays), timezone)
  // `due_at` is the midnight after the last day.
  return Prisma.sql` AND i.status IN ('open', 'in-progress') AND i.due_at > ${now} AND i.due_at <= ${end}`
}

function asIssueFilters({ view, category, area, q, after, ...asked }: QueueFilters): IssueFilters {
  const isClosed = view === 'closed'
  // What is closed has no last day to come.
  const sort = isClosed ? 'newest' : asked.sort
  return { ...noFilters, category, area, q, after, sort, state: isClosed ? ['closed'] : [] }
}

type Work = { ref: string; assigneeId: string | null; jobTitle: string; isAcknowledged: boolean; hasNews: boolean }

// For the rows of one page only: who has the case, and whether somebody may have answered.
async function withWork({ tx, actor }: Asked, rows: IssueRow[]): Promise<QueueRow[]> {
  if (rows.length === 0) return []
  const work = await tx.$queryRaw<Work[]>`
    SELECT i.ref, i.assignee_id AS "assigneeId", coalesce(p.job_title, '') AS "jobTitle",
      i.acknowledged_at IS NOT NULL AS "isAcknowledged",
      ${newsSinceLastWord} AS "hasNews"
    FROM issue i LEFT JOIN person p ON p.id = i.assignee_id WHERE i.ref = ANY(${rows.map(({ ref }) => ref)})`
  const byRef = new Map(work.map((one) => [one.ref, one]))
  return rows.map((row) => {
    const { assigneeId = null, jobTitle = '', isAcknowledged = false, hasNews = false } = byRef.get(row.ref) ?? {}
    const assignee = assigneeId === null ? 'nobody' : assigneeId === actor.id ? 'me' : { jobTitle }
    return { ...row, assignee, isAcknowledged, hasNews }
  })
}
