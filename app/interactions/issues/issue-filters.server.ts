import { Prisma } from '~/platform/db.server'
import { planAnew } from '~/platform/plan-anew.server'
import type { Language } from '~/safeguards/vocabulary'
import type { IssueFilters, StateFilter } from './issue-filters.input'
import { cursorCondition } from './issue-order.server'
import { boxCondition, nearCondition } from './issue-place.server'

/**
 * The filters as a condition over `issue i`, without the page (`after`): map, list, feed, counts and desk ask the same
 * question. Hidden issues never match. `language` says whose word endings a search understands.
 */
export function issueConditions(filters: IssueFilters, now: Date, language: Language = 'en'): Prisma.Sql {
  const { category, state, area, q, near, box } = filters
  const conditions = [
    Prisma.sql`${planAnew}NOT i.is_hidden`,
    category.length > 0 && oneOf(Prisma.sql`i.category_key`, category),
    area.length > 0 && oneOf(Prisma.sql`i.area_key`, area),
    state.length > 0 && stateCondition(state, now),
    ...periodConditions(filters, now),
    near && nearCondition(near),
    box && boxCondition(box),
    q !== '' && textCondition(q, language),
  ]
  return Prisma.join(conditions.filter(isSql), ' AND ')
}

/** The same, from where the page before ended. */
export const pageConditions = (filters: IssueFilters, now: Date, language: Language): Prisma.Sql =>
  Prisma.sql`${issueConditions(filters, now, language)}${cursorCondition(filters)}`

const isSql = (condition: Prisma.Sql | false | null): condition is Prisma.Sql =>
  condition !== false && condition !== null

const oneOf = (column: Prisma.Sql, words: readonly string[]) =>
  words.length === 1 ? Prisma.sql`${column} = ${words[0]}` : Prisma.sql`${column} IN (${Prisma.join([...words])})`

function stateCondition(states: readonly StateFilter[], now: Date): Prisma.Sql | false {
  const asked = new Set(states)
  if (asked.has('open') && asked.has('closed')) return false
  const parts: Prisma.Sql[] = []
  if (asked.has('open')) parts.push(Prisma.sql`i.closed_at IS NULL`)
  else if (asked.has('overdue')) {
    parts.push(Prisma.sql`(i.closed_at IS NULL AND i.status IN ('open', 'in-progress') AND i.due_at <= ${now})`)
  }
  if (asked.has('closed')) parts.push(Prisma.sql`i.closed_at IS NOT NULL`)
  const statuses = states.flatMap((state) => {
    const { status, within } = plainStates[state] ?? {}
    return status && within && !asked.has(within) ? [status] : []
  })
  if (statuses.length > 0) parts.push(oneOf(Prisma.sql`i.status`, statuses))
  return Prisma.sql`(${Prisma.join(parts, ' OR ')})`
}

// States that are one status, and the wider state that already holds them.
const plainStates: Partial<Record<StateFilter, { status: string; within: StateFilter }>> = {
  received: { status: 'open', within: 'open' },
  'in-progress': { status: 'in-progress', within: 'open' },
  waiting: { status: 'waiting', within: 'open' },
  resolved: { status: 'resolved', within: 'closed' },
  'not-resolved': { status: 'not-resolved', within: 'closed' },
}

const daysOf = { '7d': 7, '30d': 30, '90d': 90, year: 365 } as const
const dayMs = 86_400_000

// `from` and `to` are days on the town's own calendar, and both count.
function periodConditions({ period, from, to }: IssueFilters, now: Date): (Prisma.Sql | false)[] {
  const townMidnight = (day: string, daysLater: number) =>
    Prisma.sql`((${day}::date + ${daysLater}::int)::timestamp AT TIME ZONE (SELECT timezone FROM town))`
  return [
    period !== 'all' && Prisma.sql`i.reported_at >= ${new Date(now.getTime() - daysOf[period] * dayMs)}`,
    from !== null && Prisma.sql`i.reported_at >= ${townMidnight(from, 0)}`,
    to !== null && Prisma.sql`i.reported_at < ${townMidnight(to, 1)}`,
  ]
}

/** The words of a search, without signs; at most eight, so that nobody can make the database work for nothing. */
export const searchWordsIn = (text: string): string[] => (text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, 8)

/** What a search looks for, as PostgreSQL understands it; worked out once, and not again for each row. */
export const searchQuery = (text: string, language: Language): Prisma.Sql =>
  Prisma.sql`(SELECT search_query(${searchWordsIn(text)}::text[], ${language}))`

// The words of an issue hold what its reporters wrote as well.
const textCondition = (text: string, language: Language): Prisma.Sql =>
  Prisma.sql`i.search @@ ${searchQuery(text, language)}`
