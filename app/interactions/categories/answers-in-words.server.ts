import { z } from 'zod'
import { nameOfCategory } from '../issues/category-name'
import type { Answer } from './answers'
import type { Question } from './questions'

/** An answer to read: the question, and what was said. Dates, numbers and yes or no are left to the page, which knows how to say them. */
export type AnswerInWords = {
  key: string
  label: string
  isForCaseOnly: boolean
} & (
  | { type: 'text'; said: string }
  | { type: 'number'; said: number; unit: string | null }
  | { type: 'date'; said: string }
  | { type: 'yes-no'; said: boolean }
)

const stored = z.array(
  z.object({ question: z.string(), value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]) }),
)

/** Stored answers beside the questions they answer, in the reader's language. Answers without a question are left out. */
export function answersInWords(questions: readonly Question[], kept: unknown, language: string): AnswerInWords[] {
  const answers: readonly Answer[] = stored.safeParse(kept).data ?? []
  return questions.flatMap((question): AnswerInWords[] => {
    const value = answers.find((answer) => answer.question === question.key)?.value
    if (value === undefined) return []
    const about = {
      key: question.key,
      label: nameOfCategory(question.label, language),
      isForCaseOnly: question.seenBy === 'case',
    }
    if (question.type === 'number' && typeof value === 'number') {
      return [
        { ...about, type: 'number', said: value, unit: question.unit ? nameOfCategory(question.unit, language) : null },
      ]
    }
    if (question.type === 'yes-no' && typeof value === 'boolean') return [{ ...about, type: 'yes-no', said: value }]
    if (question.type === 'date' && typeof value === 'string') return [{ ...about, type: 'date', said: value }]
    if (question.type === 'one' || question.type === 'many') {
      const chosen = question.choices.filter((choice) => [value].flat().includes(choice.value))
      const said = chosen.map(({ label }) => nameOfCategory(label, language))
      return said.length > 0 ? [{ ...about, type: 'text', said: list(said, language) }] : []
    }
    return [{ ...about, type: 'text', said: String(value) }]
  })
}

const list = (items: readonly string[], language: string) =>
  new Intl.ListFormat(language, { type: 'unit' }).format(items)
