import { expect, test } from 'vitest'
import { instantFrom } from './source-times'

const iso = (text: string, order: 'iso' | 'month-first' | 'day-first' = 'iso', zone = 'America/New_York') =>
  instantFrom(text, order, zone)?.toISOString() ?? null

test('an instant with an offset is that instant, whatever the zone of the town', () => {
  expect(iso('2015-01-01T00:20:09-05:00')).toBe('2015-01-01T05:20:09.000Z')
  expect(iso('2015-01-01T00:20:09Z', 'iso', 'Europe/Amsterdam')).toBe('2015-01-01T00:20:09.000Z')
  expect(iso('2015-12-31 23:10+0100')).toBe('2015-12-31T22:10:00.000Z')
})

test('a time without an offset is local time in the town, in winter and in summer', () => {
  expect(iso('2015-01-15 14:00:00')).toBe('2015-01-15T19:00:00.000Z')
  expect(iso('2015-07-15 14:00:00')).toBe('2015-07-15T18:00:00.000Z')
  expect(iso('2015-07-15', 'iso', 'Europe/Amsterdam')).toBe('2015-07-14T22:00:00.000Z')
})

test('hours that the clocks skip or repeat are still one instant each', () => {
  expect(iso('2015-03-08 02:30:00')).toBe('2015-03-08T07:30:00.000Z')
  expect(iso('2015-03-08 03:30:00')).toBe('2015-03-08T07:30:00.000Z')
  expect(iso('2015-11-01 00:30:00')).toBe('2015-11-01T04:30:00.000Z')
  expect(iso('2015-11-01 02:30:00')).toBe('2015-11-01T07:30:00.000Z')
})

test('American and European dates are read in the order that city.json names', () => {
  expect(iso('01/05/2015 02:02:14 PM', 'month-first')).toBe('2015-01-05T19:02:14.000Z')
  expect(iso('01/05/2015 12:05 AM', 'month-first')).toBe('2015-01-05T05:05:00.000Z')
  expect(iso('05-01-2015 14:02', 'day-first', 'Europe/Amsterdam')).toBe('2015-01-05T13:02:00.000Z')
})

test('a date that does not exist is none', () => {
  const never = [
    '',
    '2015-02-30T00:00:00Z',
    '2015-13-01',
    '2015-01-01T25:00:00Z',
    'yesterday',
    '1015-01-01',
    '13/13/2015',
  ]
  for (const text of never) expect(instantFrom(text, 'month-first', 'America/New_York')).toBeNull()
  expect(instantFrom('01/05/2015', 'iso', 'America/New_York')).toBeNull()
})
