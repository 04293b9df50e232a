import { expect, test } from 'vitest'
import { questionsSchema } from '../categories/questions'
import { publicAnswers } from './public-answers'

const questions = questionsSchema.parse([
  {
    key: 'trouble',
    type: 'one',
    label: { en: 'What is wrong?', nl: 'Wat is er mis?' },
    choices: [
      { value: 'off', label: { en: 'It is off', nl: 'Hij is uit' } },
      { value: 'flickers', label: { en: 'It flickers' } },
    ],
  },
  { key: 'size', type: 'number', label: { en: 'How deep?' }, unit: { en: 'cm' } },
  { key: 'since', type: 'date', label: { en: 'Since when?' } },
  { key: 'dangerous', type: 'yes-no', label: { en: 'Is it dangerous?' } },
  { key: 'keys', type: 'text', label: { en: 'Who has the keys?' }, seenBy: 'case' },
])
const answers = [
  { question: 'trouble', value: 'off' },
  { question: 'size', value: 12 },
  { question: 'since', value: '2026-11-03' },
  { question: 'dangerous', value: false },
  { question: 'keys', value: 'The neighbour at 12' },
  { question: 'gone', value: 'An old question' },
]

test('everybody reads the answers meant for everybody, in their own language where there is one', () => {
  expect(publicAnswers(questions, answers, 'nl')).toEqual([
    { question: 'Wat is er mis?', answer: 'Hij is uit' },
    { question: 'How deep?', answer: '12', unit: 'cm' },
    { question: 'Since when?', answer: '2026-11-03', isDate: true },
    { question: 'Is it dangerous?', answer: false },
  ])
})

test('an answer for the case alone never reaches a public page', () => {
  expect(JSON.stringify(publicAnswers(questions, answers, 'en'))).not.toContain('neighbour')
})

test('answers that cannot be read are no answers', () => {
  expect(publicAnswers(questions, null, 'en')).toEqual([])
  expect(publicAnswers(questions, { trouble: 'off' }, 'en')).toEqual([])
  expect(publicAnswers(questions, [{ question: 'trouble', value: 'sideways' }], 'en')).toEqual([])
})
