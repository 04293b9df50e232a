import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applied, changesBetween } from './changes-between'
import { discretionIn } from './discretion'
import { changesOfQuestions } from './questions/question-changes'

describe('changes between two versions', () => {
  it('name each field with what stood there and what stands there now', () => {
    expect(
      changesBetween({ a: 1, b: { x: 1, y: 2 }, c: 'same' }, { a: 2, b: { y: 2, x: 1 }, c: 'same', d: true }),
    ).toEqual([
      { field: 'a', before: 1, after: 2 },
      { field: 'd', before: null, after: true },
    ])
  })

  it('laid over the first version give the second, and over another one nothing', () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.array(fc.string()),
      fc.dictionary(fc.string(), fc.string()),
    )
    const version = fc.record({ name: value, days: value, questions: value })
    fc.assert(
      fc.property(version, version, (before, after) => {
        expect(applied(before, changesBetween(before, after))).toEqual(after)
      }),
    )
    expect(applied({ days: 7 }, [{ field: 'days', before: 5, after: 10 }])).toBeNull()
  })
})

describe('discretion', () => {
  it('is shifted by days, emergencies and switching off, not by words or switching on', () => {
    const of = (field: string, before: unknown, after: unknown) => discretionIn('category', [{ field, before, after }])
    expect(of('serviceDays', 5, 10)).toEqual(['serviceDays'])
    expect(of('serviceDays', 5, null)).toEqual(['serviceDays'])
    expect(of('isEmergency', true, false)).toEqual(['isEmergency'])
    expect(of('isChoosable', true, false)).toEqual(['isChoosable'])
    expect(of('isChoosable', false, true)).toEqual([])
    expect(of('name', {}, {})).toEqual([])
    expect(discretionIn('settings', [{ field: 'answerDays', before: 10, after: 90 }])).toEqual(['answerDays'])
    expect(discretionIn('settings', [{ field: 'theme', before: {}, after: {} }])).toEqual([])
  })
})

it('questions are told apart by what happened to each', () => {
  const asked = (key: string, en = key) => ({
    key,
    type: 'yes-no' as const,
    label: { en },
    isRequired: false,
    seenBy: 'everybody' as const,
  })
  const before = [asked('a'), asked('b'), asked('c'), asked('d')]
  expect(changesOfQuestions(before, [asked('b'), asked('a'), asked('d', 'other'), asked('e')])).toEqual([
    { key: 'c', what: 'removed' },
    { key: 'b', what: 'moved' },
    { key: 'a', what: 'moved' },
    { key: 'd', what: 'changed' },
    { key: 'e', what: 'added' },
  ])
})
