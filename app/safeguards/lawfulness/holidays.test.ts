import { expect, test } from 'vitest'
import { easterSunday, holidaysIn, holidaysOf } from './holidays'

const listed = (country: string, year: number) => holidaysIn(country, year).map(({ date, name }) => `${date} ${name}`)

test('Easter falls where the almanac says', () => {
  expect([1961, 2000, 2008, 2011, 2016, 2024, 2026, 2027, 2038, 2049].map(easterSunday)).toEqual([
    ...['1961-04-02', '2000-04-23', '2008-03-23', '2011-04-24', '2016-03-27'],
    ...['2024-03-31', '2026-04-05', '2027-03-28', '2038-04-25', '2049-04-18'],
  ])
})

test('the federal holidays of 2026: the Fourth of July is a Saturday, so Friday is off', () => {
  expect(listed('US', 2026)).toEqual([
    '2026-01-01 new-year',
    '2026-01-19 martin-luther-king',
    '2026-02-16 washington',
    '2026-05-25 memorial',
    '2026-06-19 juneteenth',
    '2026-07-03 independence',
    '2026-09-07 labor',
    '2026-10-12 columbus',
    '2026-11-11 veterans',
    '2026-11-26 thanksgiving',
    '2026-12-25 christmas',
  ])
})

test('New Year’s Day of 2022 was a Saturday: the last day of 2021 was off, and 2022 has none', () => {
  expect(listed('US', 2021)).toContain('2021-12-31 new-year')
  expect(listed('US', 2022)).not.toContain('2022-01-01 new-year')
  expect(listed('US', 2022).at(-1)).toBe('2022-12-26 christmas')
  expect(listed('US', 2023)[0]).toBe('2023-01-02 new-year')
})

test('Juneteenth is a holiday since 2021', () => {
  expect(listed('US', 2020).filter((day) => day.includes('juneteenth'))).toEqual([])
  expect(listed('US', 2021)).toContain('2021-06-18 juneteenth')
})

test('the Dutch holidays of 2026', () => {
  expect(listed('NL', 2026)).toEqual([
    '2026-01-01 new-year',
    '2026-04-03 good-friday',
    '2026-04-06 easter-monday',
    '2026-04-27 kings-day',
    '2026-05-05 liberation',
    '2026-05-14 ascension',
    '2026-05-25 whit-monday',
    '2026-12-25 christmas',
    '2026-12-26 boxing',
  ])
})

test('the King’s birthday on a Sunday is kept on Saturday', () => {
  expect(listed('NL', 2025)).toContain('2025-04-26 kings-day')
  expect(listed('NL', 2013)).toContain('2013-04-30 kings-day')
})

test('a country without a rule has no holidays but its own', () => {
  expect(holidaysIn('ZZ', 2026)).toEqual([])
  expect(holidaysIn('constructor', 2026)).toEqual([])
  const isHoliday = holidaysOf('ZZ', ['2026-10-03'])
  expect([isHoliday('2026-10-03'), isHoliday('2026-10-04')]).toEqual([true, false])
})

test('a town adds its own days to those of the country', () => {
  const isHoliday = holidaysOf('US', ['2026-04-20'])
  expect(['2026-04-20', '2026-07-03', '2026-07-04'].map(isHoliday)).toEqual([true, true, false])
})
