import { dateFormat, relativeFormat } from '~/platform/intl-formats'

type Place = { locale: string; timezone: string }

const dayMs = 86_400_000

/** "3 November", with the year when it is another one than now's; with the time where it matters. */
export function fullDate(at: Date, { locale, timezone }: Place, now?: Date, withTime = false): string {
  const isThisYear = now !== undefined && yearOf(at, timezone) === yearOf(now, timezone)
  return steady(
    dateFormat(locale, {
      timeZone: timezone,
      day: 'numeric',
      month: 'long',
      ...(!isThisYear && { year: 'numeric' }),
      ...(withTime && { hour: 'numeric', minute: '2-digit' }),
    }).format(at),
  )
}

/** How many midnights of the town lie between two moments: yesterday evening is one day ago, however few hours it was. */
export function calendarDays(from: Date, to: Date, timezone: string): number {
  return Math.round((midnightOf(to, timezone) - midnightOf(from, timezone)) / dayMs)
}

/** "yesterday", "3 days ago", "5 weeks ago": as people say it, counted in the town's own days. */
export function sinceWords(at: Date, now: Date, { locale, timezone }: Place): string {
  const format = relativeFormat(locale)
  const days = calendarDays(now, at, timezone)
  const distance = Math.abs(days)
  if (distance < 7) return steady(format.format(days, 'day'))
  if (distance < 56) return steady(format.format(Math.trunc(days / 7), 'week'))
  if (distance < 365) return steady(format.format(Math.trunc(days / 30.44), 'month'))
  return steady(format.format(Math.trunc(days / 365.25) || Math.sign(days), 'year'))
}

// Node and browsers disagree about the narrow space before "PM" and others: one space for both, or hydration would differ.
const steady = (text: string) => text.replace(/[\u202f\u2009]/g, '\u00a0')

const yearOf = (at: Date, timezone: string) => new Date(midnightOf(at, timezone)).getUTCFullYear()

// The day on the town's calendar, as a number that can be subtracted.
function midnightOf(at: Date, timezone: string): number {
  // "3/11/2026": asking for its parts takes three times as long, and a page asks thirty times.
  const format = dateFormat('en-GB', { timeZone: timezone, year: 'numeric', month: 'numeric', day: 'numeric' })
  const [day = 1, month = 1, year = 1970] = format.format(at).split('/').map(Number)
  return Date.UTC(year, month - 1, day)
}
