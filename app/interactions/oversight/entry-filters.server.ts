import { Prisma } from '~/platform/db.server'
import { planAnew } from '~/platform/plan-anew.server'
import { addDays, startOfDay } from '~/safeguards/lawfulness/working-days'
import type { EntryFilters } from './entry-filters.input'

/** `WHERE ...` for the table `entry e`. Each condition has an index that ends in time and number, newest first. */
export function entryConditions(filters: Omit<EntryFilters, 'purpose' | 'after'>, timezone: string): Prisma.Sql {
  const { kind, role, ending, area, from, to, object } = filters
  const conditions = [
    kind && Prisma.sql`e.kind = ${kind}`,
    role && Prisma.sql`e.role = ${role}`,
    ending === 'refused' && Prisma.sql`e.is_refused`,
    ending === 'warned' && Prisma.sql`e.worst = 'warn'`,
    ending === 'done' && Prisma.sql`NOT e.is_refused`,
    area && Prisma.sql`e.area_key = ${area}`,
    object && Prisma.sql`e.object_ref = ${object}`,
    isDay(from) && Prisma.sql`e.made_at >= ${startOfDay(from, timezone)}`,
    isDay(to) && Prisma.sql`e.made_at < ${startOfDay(addDays(to, 1), timezone)}`,
  ].filter((condition): condition is Prisma.Sql => typeof condition === 'object')
  return conditions.length > 0
    ? Prisma.sql`WHERE ${planAnew}${Prisma.join(conditions, ' AND ')}`
    : Prisma.sql`WHERE true`
}

/** The place of an entry in the list: microseconds and number. */
export const entryCursor = Prisma.sql`(extract(epoch FROM e.made_at) * 1000000)::bigint::text || '.' || e.entry_id`

/** `AND ...` the entries that are older than the cursor. */
export function olderThan(after: string | undefined): Prisma.Sql {
  const [at, id] = after?.split('.') ?? []
  if (!at || !id) return Prisma.empty
  const moment = Prisma.sql`'epoch'::timestamptz + ${at}::bigint * interval '1 microsecond'`
  return Prisma.sql`AND (e.made_at, e.entry_id) < (${moment}, ${id}::bigint)`
}

// The thirty-first of February has the form of a day and is none.
const isDay = (day: string | undefined): day is string =>
  day !== undefined && !Number.isNaN(Date.parse(`${day}T00:00:00Z`))
