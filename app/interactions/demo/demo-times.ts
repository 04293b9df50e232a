import { addDays, localDateOf, startOfDay, weekdayOf } from '~/safeguards/lawfulness/working-days'

const hourMs = 3_600_000
const minuteMs = 60_000

/**
 * When an act of the demo happens: residents when they are awake, civil servants in office hours on working days. Never
 * earlier than what it follows on; null when it would lie after the present.
 */
export function demoTime(
  wanted: Date,
  who: 'resident' | 'staff',
  notBefore: Date,
  now: Date,
  timezone: string,
): Date | null {
  const begin = new Date(Math.max(wanted.getTime(), notBefore.getTime() + 7 * minuteMs))
  const at = who === 'staff' ? inOfficeHours(begin, timezone) : begin
  return at.getTime() <= now.getTime() - minuteMs ? at : null
}

function inOfficeHours(at: Date, timezone: string): Date {
  for (let day = localDateOf(at, timezone), tried = 0; tried < 8; day = addDays(day, 1), tried++) {
    const midnight = startOfDay(day, timezone).getTime()
    const [opens, closes] = [midnight + 8.4 * hourMs, midnight + 17.5 * hourMs]
    const isWorked = weekdayOf(day) !== 0 && weekdayOf(day) !== 6
    if (isWorked && at.getTime() < closes)
      return new Date(Math.max(at.getTime(), opens + (at.getTime() % (40 * minuteMs))))
  }
  return at
}
