import { z } from 'zod'
import { plainText } from '~/platform/plain-text'
import { askedKeys, type Given } from './conditions.input'
import type { Question, Questions } from './questions'

/** One answer as it is kept in a report, beside the version of the category that asked. */
export type Answer = { question: string; value: string | number | boolean | string[] }

type Flaw = { flaw: string }
type Read = { value: Answer['value'] } | Flaw | null

/**
 * What a person answered, checked against the questions of the category. Questions that were not to be asked are passed
 * over, answered or not: without scripts a page shows them all. `today` is the date in the town.
 */
export const answersTo = (questions: Questions, today: string) =>
  z.record(z.string(), z.unknown()).transform((raw, context): Answer[] => {
    const given = givenFrom(questions, raw)
    const asked = askedKeys(questions, given)
    return questions.flatMap((question): Answer[] => {
      if (!asked.has(question.key)) return []
      const read = readAnswer(question, given[question.key], today)
      if (read && 'value' in read) return [{ question: question.key, value: read.value }]
      const flaw = read ? read.flaw : question.isRequired ? 'field.required' : null
      if (flaw) context.addIssue({ code: 'custom', message: flaw, path: [question.key] })
      return []
    })
  })

/** The free text among the answers, for the check on sensitive words; by field name of the form. */
export function freeTextOf(questions: Questions, answers: readonly Answer[]): Record<string, string> {
  const texts = new Set(questions.filter(({ type }) => type === 'text').map(({ key }) => key))
  const free = answers.filter(({ question, value }) => texts.has(question) && typeof value === 'string')
  return Object.fromEntries(free.map(({ question, value }) => [`answers.${question}`, String(value)]))
}

/** Answers as the values of a form, to fill it in again or to carry them to the next page. */
export const asFormValues = (answers: readonly Answer[]): Record<string, string | string[]> =>
  Object.fromEntries(answers.map(({ question, value }) => [question, Array.isArray(value) ? value : formValue(value)]))

const formValue = (value: string | number | boolean) =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)

// Only own keys of known questions are looked at, so no name can reach a prototype.
function givenFrom(questions: Questions, raw: Record<string, unknown>): Record<string, string | string[]> {
  const given: Record<string, string | string[]> = {}
  for (const { key, type } of questions) {
    const values = (Object.hasOwn(raw, key) ? [raw[key]].flat() : [])
      .filter((value) => ['string', 'number', 'boolean'].includes(typeof value))
      .map((value) => plainText(formValue(value as string)))
      .filter((value) => value !== '')
    if (values.length > 0) given[key] = type === 'many' ? [...new Set(values)].slice(0, 20) : (values[0] ?? '')
  }
  return given satisfies Given
}

function readAnswer(question: Question, given: string | string[] | undefined, today: string): Read {
  if (given === undefined) return null
  if (question.type === 'many') {
    const known = question.choices.map(({ value }) => value)
    const chosen = known.filter((value) => given.includes(value))
    return [given].flat().every((value) => known.includes(value)) ? { value: chosen } : { flaw: 'field.choose' }
  }
  const text = [given].flat()[0] ?? ''
  switch (question.type) {
    case 'text':
      return text.length > question.longest ? { flaw: 'field.too-long' } : { value: text }
    case 'number':
      return readNumber(question, text)
    case 'date':
      return readDate(question, text, today)
    case 'one':
      return question.choices.some(({ value }) => value === text) ? { value: text } : { flaw: 'field.choose' }
    case 'yes-no':
      return text === 'yes' || text === 'no' ? { value: text === 'yes' } : { flaw: 'field.choose' }
  }
}

function readNumber({ least, most, isWhole }: Extract<Question, { type: 'number' }>, text: string): Read {
  // A decimal comma is what many people type; digits of Arabic are digits.
  const plain = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(',', '.')
  if (!/^[-+]?\d{1,12}(\.\d{1,6})?$/.test(plain)) return { flaw: 'field.number' }
  const value = Number(plain)
  if (isWhole && !Number.isInteger(value)) return { flaw: 'field.whole-number' }
  if (value < (least ?? -Infinity)) return { flaw: 'field.too-low' }
  return value > (most ?? Infinity) ? { flaw: 'field.too-high' } : { value }
}

function readDate({ when }: Extract<Question, { type: 'date' }>, text: string, today: string): Read {
  const [year = 0, month = 0, day = 0] = /^\d{4}-\d{2}-\d{2}$/.test(text) ? text.split('-').map(Number) : []
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  if (!isReal) return { flaw: 'field.date' }
  if (when === 'past' && text > today) return { flaw: 'field.date-past' }
  return when === 'future' && text < today ? { flaw: 'field.date-future' } : { value: text }
}
