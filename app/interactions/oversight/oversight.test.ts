import { describe, expect, it } from 'vitest'
import { holidaysOf } from '~/safeguards/lawfulness/holidays'
import { csvOf } from './entry-csv'
import { isOutOfHours } from './out-of-hours'
import { lookPurposes, registeredPurposes } from './oversight-reading'

describe('an exported cell', () => {
  const cell = (value: string | number | null) =>
    csvOf([{ name: 'x', cell: (row: typeof value) => row }], [value]).split('\r\n')[1]

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '=HYPERLINK("http://evil.example","x")'])(
    'that begins like a formula becomes text: %j',
    (value) => expect(cell(value)).toBe(`"'${value.replaceAll('"', '""')}"`),
  )

  it('keeps what is harmless, with quotes doubled, and numbers as they are', () => {
    expect(cell('say "hello", please')).toBe('"say ""hello"", please"')
    expect(cell(-5)).toBe('"-5"')
    expect(cell(null)).toBe('""')
    expect(cell('عربي')).toBe('"عربي"')
  })
})

describe('working hours', () => {
  const odd = (at: string, timezone = 'Europe/Amsterdam', country = 'NL') =>
    isOutOfHours(new Date(at), timezone, holidaysOf(country))

  it('are counted on the town’s own clock', () => {
    expect(odd('2026-01-06T08:00:00Z')).toBe(false)
    expect(odd('2026-01-06T05:59:59Z')).toBe(true)
    expect(odd('2026-01-06T06:00:00Z')).toBe(false)
    expect(odd('2026-01-06T18:00:00Z')).toBe(true)
    expect(odd('2026-01-06T18:00:00Z', 'America/New_York', 'US')).toBe(false)
  })

  it('do not include weekends and holidays', () => {
    expect(odd('2026-01-10T10:00:00Z')).toBe(true)
    expect(odd('2026-04-27T10:00:00Z')).toBe(true)
    expect(odd('2026-04-27T14:00:00Z', 'America/New_York', 'US')).toBe(false)
  })
})

it('the purposes an officer can name are those of the register', () => {
  expect([...lookPurposes].sort()).toEqual([...registeredPurposes()].sort())
})
