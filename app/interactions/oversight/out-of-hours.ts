import { type IsHoliday, isWorkingDay, localDateOf } from '~/safeguards/lawfulness/working-days'

/** Between these hours of a working day somebody at work surprises nobody. */
export const officeHours = { from: 7, until: 19 }

/** Whether an act of staff fell in the evening, at night, in the weekend or on a holiday, by the town's own clock. */
export function isOutOfHours(at: Date, timezone: string, isHoliday: IsHoliday): boolean {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: '2-digit', hourCycle: 'h23' }).format(at),
  )
  return hour < officeHours.from || hour >= officeHours.until || !isWorkingDay(localDateOf(at, timezone), isHoliday)
}
