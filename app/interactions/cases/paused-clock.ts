import { lastMomentOf } from '~/interactions/issues/issue.input'
import { holidaysOf } from '~/safeguards/lawfulness/holidays'
import {
  addDays,
  addWorkingDays,
  daysBetween,
  localDateOf,
  startOfDay,
  workingDaysBetween,
} from '~/safeguards/lawfulness/working-days'
import type { Town } from '../town/town.server'

type Pause = { dueAt: Date | null; from: Date; until: Date; dayKind: string }

/**
 * The last day for an answer after the town waited for the reporter: as many days later as the clock stood still, counted
 * from the day of the question up to the day of the answer. A question asked too late gives no time back.
 */
export function dueAfterPause(
  town: Pick<Town, 'country' | 'timezone'>,
  { dueAt, from, until, dayKind }: Pause,
): Date | null {
  if (!dueAt || from >= dueAt) return dueAt
  const { timezone, country } = town
  const isHoliday = holidaysOf(country)
  // `dueAt` is the moment at which the last day is over.
  const dueOn = localDateOf(lastMomentOf(dueAt), timezone)
  const [asked, answered] = [localDateOf(from, timezone), localDateOf(until, timezone)]
  const later =
    dayKind === 'calendar'
      ? addDays(dueOn, Math.max(0, daysBetween(asked, answered)))
      : addWorkingDays(dueOn, workingDaysBetween(addDays(asked, -1), addDays(answered, -1), isHoliday), isHoliday)
  return startOfDay(addDays(later, 1), timezone)
}
