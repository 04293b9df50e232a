import { Prisma, type Tx } from '~/platform/db.server'
import type { Language } from '~/safeguards/vocabulary'
import { nameOfCategory } from './category-name'
import type { Sort } from './issue-filters.input'
import { cursorOf, issueOrder } from './issue-order.server'

/** One issue in a list: public facts only, nothing about who reported it. */
export type IssueRow = {
  ref: string
  category: string
  categoryKey: string
  place: string
  area: string | null
  lat: number | null
  lng: number | null
  reportCount: number
  status: string
  reportedAt: Date
  updatedAt: Date
  dueAt: Date | null
  closedAt: Date | null
  plannedFor: Date | null
  /** Where this row stands in its order; the next page begins after it. */
  cursor: string
}

type Found = Omit<IssueRow, 'category'> & { categoryName: unknown }

/**
 * One page of issues in one statement: first the page by its index, then the names for those few rows. `where` speaks of
 * `issue i`; `from` may narrow what is looked through.
 */
export async function issueRows(
  tx: Tx,
  { where, from = Prisma.sql`issue i`, sort, limit, language }: PageOfRows,
): Promise<IssueRow[]> {
  const found = await tx.$queryRaw<Found[]>`
    SELECT i.ref, i.category_key AS "categoryKey", c.name AS "categoryName", i.place, a.name AS area, i.lat, i.lng,
      i.report_count AS "reportCount", i.status, i.reported_at AS "reportedAt", i.updated_at AS "updatedAt",
      i.due_at AS "dueAt", i.closed_at AS "closedAt", p.planned_for AS "plannedFor", ${cursorOf(sort)} AS cursor
    FROM (SELECT i.* FROM ${from} WHERE ${where} ORDER BY ${issueOrder(sort)} LIMIT ${limit}) i
    JOIN category c ON c.key = i.category_key
    LEFT JOIN area a ON a.key = i.area_key
    LEFT JOIN LATERAL (
      SELECT planned_for FROM issue_update WHERE issue_id = i.id AND planned_for IS NOT NULL ORDER BY published_at DESC LIMIT 1
    ) p ON i.status = 'in-progress'
    ORDER BY ${issueOrder(sort)}`
  return found.map(({ categoryName, ...row }) => ({ ...row, category: nameOfCategory(categoryName, language) }))
}

type PageOfRows = { where: Prisma.Sql; from?: Prisma.Sql; sort: Sort; limit: number; language: Language }
