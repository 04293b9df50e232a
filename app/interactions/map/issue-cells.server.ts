import { cellLevelOf } from '~/map/cluster-answer'
import { deepest, quadkeysOf, type Tile } from '~/map/quadkey'
import { Prisma, type Tx } from '~/platform/db.server'
import type { Language } from '~/safeguards/vocabulary'
import type { IssueState } from '../issues/issue.input'
import type { IssueFilters, StateFilter } from '../issues/issue-filters.input'
import { issueConditions } from '../issues/issue-filters.server'

/** How many issues of one state a cell holds, where their middle is, and one of them. */
export type CellCount = { cell: bigint; state: IssueState; n: number; sumLat: number; sumLng: number; aRef: string }

/** What the filters ask of a square, counted by cell: from the counted cells where they know enough, else from the issues. */
export async function cellsIn(
  tx: Tx,
  tile: Tile,
  filters: IssueFilters,
  now: Date,
  language: Language,
): Promise<CellCount[]> {
  const query = areCounted(tile, filters) ? countedCells(tile, filters) : countNow(tile, filters, now, language)
  return tx.$queryRaw<CellCount[]>(query)
}

// The deepest level on which cells are counted beforehand (see the migration): below it a square holds few enough issues.
const deepestOfAll = 18
const deepestOfCategory = 16

/** Whether cells that were counted beforehand can answer. */
export function areCounted({ z }: Pick<Tile, 'z'>, { category, q, near, from, to }: IssueFilters): boolean {
  const asksMore = q !== '' || near !== null || from !== null || to !== null
  return !asksMore && cellLevelOf(z) <= (category.length > 0 ? deepestOfCategory : deepestOfAll)
}

const stateOfRow = Prisma.sql`CASE WHEN is_overdue THEN 'overdue' ELSE status END AS state`

function countedCells(tile: Tile, { category, area, state, period }: IssueFilters): Prisma.Sql {
  const level = cellLevelOf(tile.z)
  const { first, last } = quadkeysOf(tile)
  const above = BigInt(2 * (deepest - level))
  const conditions = [
    Prisma.sql`level = ${level}`,
    category.length > 0 ? Prisma.sql`category_key IN (${Prisma.join(category)})` : Prisma.sql`category_key = '*'`,
    Prisma.sql`cell BETWEEN ${first >> above} AND ${last >> above}`,
    ...(period !== 'all' ? [Prisma.sql`age_days <= ${daysOf[period]}`] : []),
    ...(area.length > 0 ? [Prisma.sql`area_key IN (${Prisma.join(area)})`] : []),
    ...(state.length > 0
      ? [
          Prisma.sql`(${Prisma.join(
            state.map((one) => countedState[one]),
            ' OR ',
          )})`,
        ]
      : []),
  ]
  return Prisma.sql`
    SELECT cell, ${stateOfRow}, sum(n)::int AS n, sum(sum_lat) AS "sumLat", sum(sum_lng) AS "sumLng", min(a_ref) AS "aRef"
    FROM issue_cell WHERE ${Prisma.join(conditions, ' AND ')} GROUP BY 1, 2`
}

const daysOf = { '7d': 7, '30d': 30, '90d': 90, year: 365 } as const

const closed = Prisma.sql`status IN ('resolved', 'not-resolved')`
/** The states of the filters in the words of the counted cells. */
const countedState: Record<StateFilter, Prisma.Sql> = {
  open: Prisma.sql`NOT (${closed})`,
  closed,
  overdue: Prisma.sql`is_overdue`,
  received: Prisma.sql`status = 'open'`,
  'in-progress': Prisma.sql`status = 'in-progress'`,
  waiting: Prisma.sql`status = 'waiting'`,
  resolved: Prisma.sql`status = 'resolved'`,
  'not-resolved': Prisma.sql`status = 'not-resolved'`,
}

function countNow(tile: Tile, filters: IssueFilters, now: Date, language: Language): Prisma.Sql {
  const below = 2 * (deepest - cellLevelOf(tile.z))
  return Prisma.sql`
    SELECT cell, ${stateOfRow}, count(*)::int AS n, sum(lat) AS "sumLat", sum(lng) AS "sumLng", min(ref) AS "aRef"
    FROM (
      SELECT i.quadkey >> ${below}::int AS cell, i.status, i.lat, i.lng, i.ref,
        i.closed_at IS NULL AND i.status IN ('open', 'in-progress') AND coalesce(i.due_at <= ${now}, false) AS is_overdue
      FROM issue i WHERE ${within(tile)} AND ${issueConditions(filters, now, language)}
    ) AS found GROUP BY 1, 2`
}

/** The condition that an issue lies in a square. */
export function within(tile: Tile): Prisma.Sql {
  const { first, last } = quadkeysOf(tile)
  return Prisma.sql`i.quadkey IS NOT NULL AND i.quadkey BETWEEN ${first}::bigint AND ${last}::bigint`
}
