import { expect, test } from 'vitest'
import { dueAfterPause } from './paused-clock'

const town = { country: 'NL', timezone: 'Europe/Amsterdam' }
const at = (text: string) => new Date(text)
// The last day is Friday 16 January 2026; `dueAt` is the midnight after it.
const dueAt = at('2026-01-16T23:00:00Z')

test.each([
  ['two working days later when the town waited two working days', 'working', '2026-01-12', '2026-01-14', '2026-01-20'],
  ['past a weekend that lies in between', 'working', '2026-01-15', '2026-01-19', '2026-01-20'],
  ['as many calendar days later where the term counts those', 'calendar', '2026-01-12', '2026-01-14', '2026-01-18'],
  [
    'on the same day when the answer came on the day of the question',
    'working',
    '2026-01-12',
    '2026-01-12',
    '2026-01-16',
  ],
])('the town answers %s', (_, dayKind, asked, answered, lastDay) => {
  const due = dueAfterPause(town, {
    dueAt,
    from: at(`${asked}T10:00:00Z`),
    until: at(`${answered}T15:00:00Z`),
    dayKind,
  })
  expect(due).toEqual(at(`${lastDay}T23:00:00Z`))
})

test('a question asked after the last day gives no time back', () => {
  const pause = { dueAt, from: at('2026-01-20T10:00:00Z'), until: at('2026-01-27T10:00:00Z'), dayKind: 'working' }
  expect(dueAfterPause(town, pause)).toBe(dueAt)
})

test('without a promised day there is none after waiting either', () => {
  const pause = { dueAt: null, from: at('2026-01-20T10:00:00Z'), until: at('2026-01-27T10:00:00Z'), dayKind: 'working' }
  expect(dueAfterPause(town, pause)).toBeNull()
})
