import { Prisma } from '~/platform/db.server'
import { holidaysIn } from '~/safeguards/lawfulness/holidays'
import { localDateOf } from '~/safeguards/lawfulness/working-days'

/** Between these hours of a working day somebody at work surprises nobody. */
export const officeHours = { from: 7, until: 19 }

type Where = { timezone: string; country: string; since: Date; now: Date }

/**
 * Whether a moment (a column) fell in the evening, at night, in the weekend or on a holiday, by the town's own clock. Asked
 * in the database: a month of acts is too much to carry here only to throw most of it away.
 */
export function isOutOfHours(at: Prisma.Sql, { timezone, country, since, now }: Where): Prisma.Sql {
  const local = Prisma.sql`(${at} AT TIME ZONE ${timezone})`
  const holidays = holidaysBetween(country, localDateOf(since, timezone), localDateOf(now, timezone))
  return Prisma.sql`(extract(isodow FROM ${local}) > 5
    OR extract(hour FROM ${local}) < ${officeHours.from} OR extract(hour FROM ${local}) >= ${officeHours.until}
    OR to_char(${local}, 'YYYY-MM-DD') = ANY(${holidays}))`
}

function holidaysBetween(country: string, first: string, last: string): string[] {
  const years = [...new Set([first, last].map((date) => Number(date.slice(0, 4))))]
  return years
    .flatMap((year) => holidaysIn(country, year).map(({ date }) => date))
    .filter((date) => date >= first && date <= last)
}
