import { describe, expect, it } from 'vitest'
import { csvOf } from './entry-csv'
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

it('the purposes an officer can name are those of the register', () => {
  expect([...lookPurposes].sort()).toEqual([...registeredPurposes()].sort())
})
