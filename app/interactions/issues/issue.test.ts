import { expect, test } from 'vitest'
import { translate } from '~/platform/words.server'
import { languages } from '~/safeguards/vocabulary'
import { issueStates, issueStatuses, lastMomentOf, type Say, stateOf, statusAfter, titleOf, updateKinds } from './issue'

const now = new Date('2026-11-24T12:00:00Z')
const before = new Date('2026-11-24T00:00:00Z')
const later = new Date('2026-11-25T00:00:00Z')

test('an issue is overdue from the moment its last day is over, and only while the town has to act', () => {
  const table = issueStatuses.map((status) => [
    status,
    stateOf({ status, dueAt: later }, now),
    stateOf({ status, dueAt: before }, now),
    stateOf({ status, dueAt: null }, now),
  ])
  expect(table).toEqual([
    ['open', 'open', 'overdue', 'open'],
    ['in-progress', 'in-progress', 'overdue', 'in-progress'],
    ['waiting', 'waiting', 'waiting', 'waiting'],
    ['resolved', 'resolved', 'resolved', 'resolved'],
    ['not-resolved', 'not-resolved', 'not-resolved', 'not-resolved'],
  ])
  expect(stateOf({ status: 'open', dueAt: now }, now)).toBe('overdue')
})

test('the last day for an answer is the day before the moment at which it is over', () => {
  expect(lastMomentOf('2026-12-03T00:00:00Z').toISOString()).toBe('2026-12-02T23:59:59.999Z')
})

test('only a decision closes an issue, and only reopening opens it again', () => {
  const closing = updateKinds.filter((kind) => statusAfter('open', kind, 'resolved') === 'resolved')
  const opening = updateKinds.filter((kind) => statusAfter('resolved', kind) === 'open')
  expect(closing).toEqual(['decision'])
  expect(opening).toEqual(['reopened'])
  expect(statusAfter('open', 'decision')).toBeNull()
  expect(statusAfter('not-resolved', 'decision', 'resolved')).toBeNull()
  expect(statusAfter('open', 'question')).toBe('waiting')
  expect(statusAfter('waiting', 'update')).toBe('waiting')
})

const sayIn =
  (language: string): Say =>
  (key, values) =>
    translate(language, key, values)

test('an issue is called by its kind and its place, as each language says it', () => {
  const lamp = { category: 'Street light out', place: 'Clarendon Street at Boylston Street' }
  expect(titleOf(sayIn('en'), lamp)).toBe('Street light out on Clarendon Street at Boylston Street')
  expect(titleOf(sayIn('en'), { ...lamp, place: '12 Clarendon Street' })).toBe(
    'Street light out at 12 Clarendon Street',
  )
  expect(titleOf(sayIn('en'), { ...lamp, place: 'Near Stuart Street' })).toBe('Street light out, Near Stuart Street')
  expect(titleOf(sayIn('nl'), { category: 'Kapotte lantaarn', place: 'Damweg' })).toBe('Kapotte lantaarn, Damweg')
  expect(titleOf(sayIn('es'), { category: 'Farola apagada', place: 'Calle Mayor' })).toBe(
    'Farola apagada en Calle Mayor',
  )
  expect(titleOf(sayIn('ar'), { category: 'عمود إنارة', place: 'شارع الكنيسة' })).toBe('عمود إنارة في شارع الكنيسة')
  expect(titleOf(sayIn('en'), { category: 'Pothole', place: '' })).toBe('Pothole')
})

test('every state has words in every language, and no two states share them', () => {
  for (const language of languages) {
    const words = issueStates.map((state) => translate(language, `issue.state.${state}`))
    expect(new Set(words).size).toBe(issueStates.length)
  }
})
