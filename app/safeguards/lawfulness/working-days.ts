/** A day in the town's own calendar, as `2026-03-02`. Not an instant: when it begins depends on the time zone. */
export type LocalDate = string

/** True on a day that is not worked although it is not a weekend. */
export type IsHoliday = (date: LocalDate) => boolean

const dayMs = 86_400_000
const clocks = new Map<string, Intl.DateTimeFormat>()

/** The day it is in this time zone at this instant. */
export function localDateOf(instant: Date, timezone: string): LocalDate {
  let clock = clocks.get(timezone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' })
    clocks.set(timezone, clock)
  }
  return clock.format(instant)
}

/**
 * The instant at which this day begins there. Found by halving instead of by offset arithmetic: on the day the clocks
 * change, midnight may come twice or not at all, and this still gives the first instant that belongs to the day.
 */
export function startOfDay(date: LocalDate, timezone: string): Date {
  let before = utcMidnight(date) - 15 * 3_600_000
  let within = utcMidnight(date) + 15 * 3_600_000
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2)
    if (localDateOf(new Date(middle), timezone) >= date) within = middle
    else before = middle
  }
  return new Date(within)
}

export const addDays = (date: LocalDate, days: number): LocalDate => asDate(utcMidnight(date) + days * dayMs)

/** Whole days from one date to another; negative when the second is earlier. */
export const daysBetween = (first: LocalDate, second: LocalDate): number =>
  Math.round((utcMidnight(second) - utcMidnight(first)) / dayMs)

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (date: LocalDate): number => new Date(utcMidnight(date)).getUTCDay()

export function isWorkingDay(date: LocalDate, isHoliday: IsHoliday): boolean {
  const weekday = weekdayOf(date)
  return weekday !== 0 && weekday !== 6 && !isHoliday(date)
}

/** This day, or the next one that is worked. */
export function nextWorkingDay(date: LocalDate, isHoliday: IsHoliday): LocalDate {
  let day = date
  for (let tried = 0; !isWorkingDay(day, isHoliday); tried++) {
    if (tried > 366) throw new Error('A year without a working day: the list of holidays is wrong.')
    day = addDays(day, 1)
  }
  return day
}

/** The day that is so many working days later. The day itself does not count; nought gives the day itself. */
export function addWorkingDays(date: LocalDate, days: number, isHoliday: IsHoliday): LocalDate {
  let day = date
  for (let left = days; left > 0; left--) day = nextWorkingDay(addDays(day, 1), isHoliday)
  return day
}

/** How many working days lie after the first date, up to and including the second. */
export function workingDaysBetween(first: LocalDate, second: LocalDate, isHoliday: IsHoliday): number {
  let count = 0
  for (let day = addDays(first, 1); day <= second; day = addDays(day, 1)) if (isWorkingDay(day, isHoliday)) count++
  return count
}

/** Builds a date; months count from 1, and a day beyond the month runs on, as in 2026-02-31 → 2026-03-03. */
export const dateOf = (year: number, month: number, day: number): LocalDate => asDate(Date.UTC(year, month - 1, day))

const asDate = (utc: number): LocalDate => new Date(utc).toISOString().slice(0, 10)

function utcMidnight(date: LocalDate): number {
  const utc = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(utc)) throw new Error('Not a date.')
  return utc
}
