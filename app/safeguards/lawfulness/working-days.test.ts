import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addWorkingDays,
  daysBetween,
  isWorkingDay,
  localDateOf,
  startOfDay,
  workingDaysBetween,
} from './working-days'

const none = () => false

test('twenty working days after 23 March 2026 is 20 April, and 22 April with Good Friday and Easter Monday', () => {
  const easter = new Set(['2026-04-03', '2026-04-06'])
  expect(addWorkingDays('2026-03-23', 20, none)).toBe('2026-04-20')
  expect(addWorkingDays('2026-03-23', 20, (date) => easter.has(date))).toBe('2026-04-22')
})

test('a term that begins in the weekend counts from Monday', () => {
  expect(addWorkingDays('2026-03-21', 1, none)).toBe('2026-03-23')
  expect(addWorkingDays('2026-03-20', 1, none)).toBe('2026-03-23')
})

test('days run on over the end of a year and over 29 February', () => {
  expect(addDays('2026-12-28', 7)).toBe('2027-01-04')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2027-02-28', 1)).toBe('2027-03-01')
  expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1)
})

test('the same instant is another day in another town', () => {
  const instant = new Date('2026-01-01T03:00:00Z')
  expect(localDateOf(instant, 'Europe/Amsterdam')).toBe('2026-01-01')
  expect(localDateOf(instant, 'America/New_York')).toBe('2025-12-31')
})

test.each([
  ['winter in Boston', '2026-01-05', 'America/New_York', '2026-01-05T05:00:00.000Z'],
  ['summer in Boston', '2026-07-05', 'America/New_York', '2026-07-05T04:00:00.000Z'],
  ['the day the clocks go forward in Boston', '2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z'],
  ['the day after', '2026-03-09', 'America/New_York', '2026-03-09T04:00:00.000Z'],
  ['the day the clocks go back in Amsterdam', '2026-10-25', 'Europe/Amsterdam', '2026-10-24T22:00:00.000Z'],
  ['the day after', '2026-10-26', 'Europe/Amsterdam', '2026-10-25T23:00:00.000Z'],
  ['a day without midnight: Cairo, clocks forward at 0:00', '2024-04-26', 'Africa/Cairo', '2024-04-25T22:00:00.000Z'],
  ['a day that comes early: Kiritimati', '2026-01-01', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
])('a day begins when the town says so: %s', (_, date, timezone, instant) => {
  expect(startOfDay(date, timezone).toISOString()).toBe(instant)
})

test('the instant a day begins is on that day, and the one before it is not', () => {
  const zones = fc.constantFrom(
    'America/New_York',
    'Europe/Amsterdam',
    'Europe/Madrid',
    'Africa/Cairo',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
  )
  const dates = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n))
  fc.assert(
    fc.property(dates, zones, (date, timezone) => {
      const start = startOfDay(date, timezone)
      expect(localDateOf(start, timezone)).toBe(date)
      expect(localDateOf(new Date(start.getTime() - 1), timezone)).toBe(addDays(date, -1))
    }),
    { numRuns: 200 },
  )
})

test('so many working days on is a working day with so many working days between', () => {
  const dates = fc.integer({ min: 0, max: 10_000 }).map((n) => addDays('2015-01-01', n))
  const isHoliday = (date: string) => date.endsWith('-07')
  fc.assert(
    fc.property(dates, fc.integer({ min: 1, max: 90 }), (date, days) => {
      const due = addWorkingDays(date, days, isHoliday)
      expect(isWorkingDay(due, isHoliday)).toBe(true)
      expect(workingDaysBetween(date, due, isHoliday)).toBe(days)
    }),
    { numRuns: 300 },
  )
})

test('a list of holidays that leaves no working day is refused instead of searched for ever', () => {
  expect(() => addWorkingDays('2026-01-01', 1, () => true)).toThrow('the list of holidays is wrong')
})
