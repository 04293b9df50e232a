import { Prisma } from '~/platform/db.server'
import type { IssueFilters, Sort } from './issue-filters.input'

// Each order ends with the id, so that no two issues stand in the same place, and has an index that holds it.
const orders: Record<Sort, { by: Prisma.Sql; isOnlyOpen?: true }> = {
  newest: { by: Prisma.sql`i.reported_at DESC, i.id DESC` },
  oldest: { by: Prisma.sql`i.reported_at, i.id` },
  'most-reported': { by: Prisma.sql`i.report_count DESC, i.reported_at DESC, i.id DESC` },
  // What has no last day comes last.
  due: { by: Prisma.sql`coalesce(i.due_at, 'infinity'::timestamptz), i.id`, isOnlyOpen: true },
}

/** In which order (`ORDER BY ...`). */
export const issueOrder = (sort: Sort): Prisma.Sql => orders[sort].by

const microseconds = (column: Prisma.Sql) => Prisma.sql`(extract(epoch FROM ${column}) * 1000000)::bigint::text`

/** The place of a row in its order, as text: the next page begins after it. Times to the microsecond, as the database keeps them. */
export function cursorOf(sort: Sort): Prisma.Sql {
  if (sort === 'due') {
    return Prisma.sql`coalesce(${microseconds(Prisma.sql`i.due_at`)}, 'never') || '.' || i.id`
  }
  const at = Prisma.sql`${microseconds(Prisma.sql`i.reported_at`)} || '.' || i.id`
  return sort === 'most-reported' ? Prisma.sql`i.report_count || '.' || ${at}` : at
}

/** `AND ...` the rows after the cursor. A cursor that cannot be read, or is of another order, begins at the start. */
export function cursorCondition({ sort, after }: Pick<IssueFilters, 'sort' | 'after'>): Prisma.Sql {
  const onlyOpen = orders[sort].isOnlyOpen ? Prisma.sql` AND i.closed_at IS NULL` : Prisma.empty
  const found = after?.match(forms[sort])?.groups
  if (!found) return onlyOpen
  const { at, id, count } = found
  const moment =
    at === 'never'
      ? Prisma.sql`'infinity'::timestamptz`
      : Prisma.sql`('epoch'::timestamptz + ${at}::bigint * interval '1 microsecond')`
  if (sort === 'oldest') return Prisma.sql` AND (i.reported_at, i.id) > (${moment}, ${id}::uuid)`
  if (sort === 'newest') return Prisma.sql` AND (i.reported_at, i.id) < (${moment}, ${id}::uuid)`
  if (sort === 'most-reported') {
    return Prisma.sql` AND (i.report_count, i.reported_at, i.id) < (${count}::int, ${moment}, ${id}::uuid)`
  }
  return Prisma.sql`${onlyOpen} AND (coalesce(i.due_at, 'infinity'::timestamptz), i.id) > (${moment}, ${id}::uuid)`
}

const uuid = '(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'
const forms: Record<Sort, RegExp> = {
  newest: new RegExp(`^(?<at>-?\\d{1,17})\\.${uuid}$`),
  oldest: new RegExp(`^(?<at>-?\\d{1,17})\\.${uuid}$`),
  'most-reported': new RegExp(`^(?<count>\\d{1,9})\\.(?<at>-?\\d{1,17})\\.${uuid}$`),
  due: new RegExp(`^(?<at>never|-?\\d{1,17})\\.${uuid}$`),
}
