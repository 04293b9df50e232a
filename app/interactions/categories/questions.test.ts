import { expect, test } from 'vitest'
import { answersTo, asFormValues, freeTextOf } from './answers'
import { askedKeys } from './conditions.input'
import { type Question, questionsOf, questionsSchema } from './questions'

const lamp: Question[] = questionsSchema.parse([
  {
    key: 'what',
    type: 'one',
    label: { en: 'What is wrong?', nl: 'Wat is er mis?' },
    isRequired: true,
    choices: [
      { value: 'out', label: { en: 'It is out' } },
      { value: 'damaged', label: { en: 'It is damaged' } },
    ],
  },
  {
    key: 'danger',
    type: 'yes-no',
    label: { en: 'Can somebody touch a wire?' },
    isRequired: true,
    onlyIf: { question: 'what', isOneOf: ['damaged'] },
  },
  {
    key: 'wires',
    type: 'text',
    longest: 20,
    label: { en: 'Which wire?' },
    onlyIf: { question: 'danger', isOneOf: ['yes'] },
  },
  { key: 'lamps', type: 'number', label: { en: 'How many lamps?' }, least: 1, most: 50 },
  { key: 'since', type: 'date', label: { en: 'Since when?' }, when: 'past' },
  {
    key: 'near',
    type: 'many',
    label: { en: 'What is near?' },
    choices: [
      { value: 'school', label: { en: 'A school' } },
      { value: 'crossing', label: { en: 'A crossing' } },
    ],
  },
])

const answer = (raw: Record<string, unknown>) => {
  const read = answersTo(lamp, '2026-11-25').safeParse(raw)
  return read.success
    ? read.data
    : Object.fromEntries(read.error.issues.map((issue) => [issue.path.join('.'), issue.message]))
}

test('a resident answers every kind of question and the answers are kept as what they are', () => {
  expect(
    answer({
      what: 'damaged',
      danger: 'yes',
      wires: ' the  grey\u0000 one ',
      lamps: '3',
      since: '2026-11-20',
      near: ['crossing', 'school', 'school'],
    }),
  ).toEqual([
    { question: 'what', value: 'damaged' },
    { question: 'danger', value: true },
    { question: 'wires', value: 'the  grey one' },
    { question: 'lamps', value: 3 },
    { question: 'since', value: '2026-11-20' },
    { question: 'near', value: ['school', 'crossing'] },
  ])
})

test('a question that was not to be asked is passed over, answered or not', () => {
  expect(answer({ what: 'out', danger: 'yes', wires: 'all' })).toEqual([{ question: 'what', value: 'out' }])
  expect([...askedKeys(lamp, { what: 'out', danger: 'yes' })]).toEqual(['what', 'lamps', 'since', 'near'])
  expect([...askedKeys(lamp, { what: 'damaged', danger: 'yes' })]).toContain('wires')
})

test('a required question counts only when it is asked', () => {
  expect(answer({})).toEqual({ what: 'field.required' })
  expect(answer({ what: 'damaged' })).toEqual({ danger: 'field.required' })
  expect(answer({ what: 'damaged', danger: 'no' })).toEqual([
    { question: 'what', value: 'damaged' },
    { question: 'danger', value: false },
  ])
})

test.each([
  [{ what: 'stolen' }, { what: 'field.choose' }],
  [{ what: 'out', lamps: 'three' }, { lamps: 'field.number' }],
  [{ what: 'out', lamps: '1e9' }, { lamps: 'field.number' }],
  [{ what: 'out', lamps: '2,5' }, { lamps: 'field.whole-number' }],
  [{ what: 'out', lamps: '0' }, { lamps: 'field.too-low' }],
  [{ what: 'out', lamps: '51' }, { lamps: 'field.too-high' }],
  [{ what: 'out', since: '2026-02-30' }, { since: 'field.date' }],
  [{ what: 'out', since: '25-11-2026' }, { since: 'field.date' }],
  [{ what: 'out', since: '2026-11-26' }, { since: 'field.date-past' }],
  [{ what: 'out', near: ['school', 'moon'] }, { near: 'field.choose' }],
  [{ what: 'damaged', danger: 'yes', wires: 'x'.repeat(21) }, { wires: 'field.too-long' }],
  [{ what: 'damaged', danger: 'maybe' }, { danger: 'field.choose' }],
])('an answer that does not fit says which and why: %o', (raw, flaws) => {
  expect(answer(raw)).toEqual(flaws)
})

test('figures in Arabic are figures', () => {
  expect(answer({ what: 'out', lamps: '١٢' })).toContainEqual({ question: 'lamps', value: 12 })
})

test('answers nobody asked for, and names that reach for a prototype, are left behind', () => {
  const raw = JSON.parse('{"what":"out","colour":"red","__proto__":{"lamps":"7"},"constructor":"x"}')
  expect(answer(raw)).toEqual([{ question: 'what', value: 'out' }])
})

test('only what was typed freely goes to the check on sensitive words', () => {
  const answers = [
    { question: 'what', value: 'damaged' },
    { question: 'wires', value: 'by my neighbour' },
  ]
  expect(freeTextOf(lamp, answers)).toEqual({ 'answers.wires': 'by my neighbour' })
})

test('answers go back into the form as they came', () => {
  const raw = { what: 'damaged', danger: 'no', lamps: '3', near: ['school'] }
  const kept = answer(raw)
  expect(Array.isArray(kept) && asFormValues(kept)).toEqual(raw)
})

const one = { key: 'a', type: 'yes-no', label: { en: 'A?' } }
test.each([
  ['two questions with one key', [one, one]],
  [
    'a condition on a later question',
    [
      { ...one, onlyIf: { question: 'b', isOneOf: ['yes'] } },
      { ...one, key: 'b' },
    ],
  ],
  ['a condition on itself', [{ ...one, onlyIf: { question: 'a', isOneOf: ['yes'] } }]],
  [
    'a condition on an answer nobody can give',
    [one, { ...one, key: 'b', onlyIf: { question: 'a', isOneOf: ['maybe'] } }],
  ],
  ['a key that is no plain name', [{ ...one, key: '__proto__' }]],
  ['no words at all', [{ ...one, label: {} }]],
  ['words of a language we do not speak', [{ ...one, label: { xx: 'A?' } }]],
  ['a range that is upside down', [{ ...one, type: 'number', least: 3, most: 2 }]],
  ['one choice, which is none', [{ ...one, type: 'one', choices: [{ value: 'x', label: { en: 'X' } }] }]],
  ['a thirteenth question', Array.from({ length: 13 }, (_, n) => ({ ...one, key: `q${n}` }))],
])('an administrator cannot save %s', (_, questions) => {
  expect(questionsSchema.safeParse(questions).success).toBe(false)
})

test('questions that cannot be read ask nothing, so that the report can still be made', () => {
  expect(questionsOf([{ key: 'x', type: 'hologram' }])).toEqual([])
  expect(questionsOf(null)).toEqual([])
})
