import { Prisma, type Tx } from '~/platform/db.server'
import type { Language } from '~/safeguards/vocabulary'
import type { IssueFilters } from './issue-filters.input'
import { issueConditions, pageConditions } from './issue-filters.server'
import { cursorCondition, issueOrder } from './issue-order.server'
import { type IssueRow, issueRows } from './issue-rows.server'

type Search = { filters: IssueFilters; now: Date; limit: number; language: Language }

// How many issues are read through in their order before the index of words is asked.
const looksThrough = 2_000

/**
 * A page of what is asked. A search for a common word ("street") is answered by reading on through the list until the page is
 * full; one for a rare word by the index of words. Either alone is slow for the other kind: sorting 100,000 hits to show
 * 20, or reading a million issues to find three.
 */
export async function searchRows(tx: Tx, { filters, now, limit, language }: Search): Promise<IssueRow[]> {
  const { sort, q } = filters
  const page = { sort, limit, language }
  const where = pageConditions(filters, now, language)
  if (q === '') return issueRows(tx, { ...page, where })

  const others = issueConditions({ ...filters, q: '' }, now, language)
  const stretch = Prisma.sql`(SELECT i.* FROM issue i WHERE ${others}${cursorCondition(filters)}
    ORDER BY ${issueOrder(sort)} LIMIT ${looksThrough}) i`
  const rows = await issueRows(tx, { ...page, from: stretch, where: issueConditions({ ...filters, q }, now, language) })
  if (rows.length === limit) return rows

  // OFFSET 0 keeps the order out of the inner question, so that it is answered by the index of words.
  const hits = Prisma.sql`(SELECT i.* FROM issue i WHERE ${where} OFFSET 0) i`
  return issueRows(tx, { ...page, from: hits, where: Prisma.sql`true` })
}
