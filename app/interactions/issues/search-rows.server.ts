import { Prisma, type Tx } from '~/platform/db.server'
import type { Language } from '~/safeguards/vocabulary'
import type { IssueFilters } from './issue-filters.input'
import { issueConditions, pageConditions, searchQuery } from './issue-filters.server'
import { cursorCondition, issueOrder } from './issue-order.server'
import { type IssueRow, issueRows } from './issue-rows.server'

type Search = { filters: IssueFilters; now: Date; limit: number; language: Language }

// How many issues are read through in their order before the index of words is asked.
const looksThrough = 1_000

/**
 * A page of what is asked. A search for a common word ("street") is answered by reading on through the list until the page is
 * full; one for a rare word by the index of words. Either alone is slow for the other kind: sorting 100,000 hits to show
 * 20, or reading a million issues to find three.
 */
export async function searchRows(tx: Tx, { filters, now, limit, language }: Search): Promise<IssueRow[]> {
  const { sort, q } = filters
  const byIndex = { where: pageConditions(filters, now, language), sort, limit, language }
  if (q === '') return issueRows(tx, byIndex)
  const rows = await issueRows(tx, { ...byIndex, from: stretch(filters, now, language), where: hasWords(q, language) })
  return rows.length === limit ? rows : issueRows(tx, byIndex)
}

function stretch(filters: IssueFilters, now: Date, language: Language): Prisma.Sql {
  const others = issueConditions({ ...filters, q: '' }, now, language)
  return Prisma.sql`(SELECT i.* FROM issue i WHERE ${others}${cursorCondition(filters)}
    ORDER BY ${issueOrder(filters.sort)} LIMIT ${looksThrough}) i`
}

const hasWords = (q: string, language: Language) => {
  const query = searchQuery(q, language)
  return Prisma.sql`(i.search @@ ${query} OR EXISTS (SELECT 1 FROM report r
    WHERE r.issue_id = i.id AND r.description <> '' AND search_words(r.description, r.language) @@ ${query}))`
}
