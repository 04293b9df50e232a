import { expect, test } from 'vitest'
import { type HandlingFacts, handlingOf } from './handling'

const now = new Date('2026-11-24T12:00:00Z')
const open: HandlingFacts = {
  status: 'open',
  dueAt: new Date('2026-12-01T00:00:00Z'),
  closedAt: null,
  isImported: false,
  acts: 3,
  checks: [
    { id: 'L01', outcome: 'pass', count: 2 },
    { id: 'L02', outcome: 'pass', count: 1 },
    { id: 'I03', outcome: 'pass', count: 1 },
  ],
}
const verdict = (facts: Partial<HandlingFacts>, value: 'lawful' | 'equal' | 'intact') => {
  const found = handlingOf({ ...open, ...facts }, now).find((one) => one.value === value)
  return found && [found.outcome, found.words.replace('story.handled.', ''), found.values.count]
}

test('an issue whose checks passed is lawful as long as the promised day has not gone by', () => {
  expect(verdict({}, 'lawful')).toEqual(['pass', 'lawful.under-way', 3])
  expect(verdict({ dueAt: now }, 'lawful')).toEqual(['warn', 'lawful.overdue', 3])
})

test('an issue that was closed after the promised day says so, however well it was checked', () => {
  const closed = { status: 'resolved', closedAt: new Date('2026-12-01T00:00:00Z') }
  expect(verdict(closed, 'lawful')).toEqual(['warn', 'lawful.late', 3])
  expect(verdict({ ...closed, closedAt: new Date('2026-11-30T23:59:59Z') }, 'lawful')).toEqual([
    'pass',
    'lawful.closed',
    3,
  ])
})

test('a check that warned is not hidden behind those that passed', () => {
  const checks = [...open.checks, { id: 'L04', outcome: 'warn', count: 1 }]
  expect(verdict({ checks }, 'lawful')?.slice(0, 2)).toEqual(['warn', 'lawful.warned'])
  const byException = [...open.checks, { id: 'I03', outcome: 'warn', count: 1 }]
  expect(verdict({ checks: byException }, 'intact')?.slice(0, 2)).toEqual(['warn', 'intact.warned'])
})

test('what the record does not know is said to be not known', () => {
  expect(verdict({ checks: [], acts: 0 }, 'lawful')?.slice(0, 2)).toEqual(['insufficient_data', 'lawful.unknown'])
  expect(verdict({ checks: [], acts: 0 }, 'intact')?.slice(0, 2)).toEqual(['insufficient_data', 'intact.unknown'])
  expect(verdict({}, 'equal')?.slice(0, 2)).toEqual(['insufficient_data', 'equal.unknown'])
})

test('imported history claims no check that nobody made', () => {
  const imported = { checks: [], acts: 0, isImported: true, dueAt: null }
  expect(verdict(imported, 'lawful')?.slice(0, 2)).toEqual(['not_applicable', 'lawful.imported'])
  expect(verdict(imported, 'intact')?.slice(0, 2)).toEqual(['pass', 'intact.imported'])
})
