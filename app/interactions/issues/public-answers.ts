import type { Answer } from '../categories/answers'
import type { Questions } from '../categories/questions'

/** An answer in words, for everybody to read. */
export type AnswerInWords = { question: string; answer: string | boolean; unit?: string; isDate?: true }

/**
 * The answers of a report that everybody may read, in the reader's language. An answer to a question for the case alone, or to
 * one that the category no longer asks, stays out.
 */
export function publicAnswers(questions: Questions, answers: unknown, language: string): AnswerInWords[] {
  const given = new Map(
    (Array.isArray(answers) ? (answers as Answer[]) : []).map(({ question, value }) => [question, value]),
  )
  return questions.flatMap((question): AnswerInWords[] => {
    const value = given.get(question.key)
    if (question.seenBy !== 'everybody' || value === undefined) return []
    const label = inLanguage(question.label, language)
    if (question.type === 'one' || question.type === 'many') {
      const chosen = [value].flat().flatMap((one) => question.choices.filter((choice) => choice.value === one))
      const words = chosen.map((choice) => inLanguage(choice.label, language))
      return words.length > 0 ? [{ question: label, answer: words.join(', ') }] : []
    }
    if (question.type === 'yes-no') return typeof value === 'boolean' ? [{ question: label, answer: value }] : []
    const unit = question.type === 'number' && question.unit ? inLanguage(question.unit, language) : undefined
    return [
      {
        question: label,
        answer: String(value),
        ...(unit && { unit }),
        ...(question.type === 'date' && { isDate: true }),
      },
    ]
  })
}

const inLanguage = (words: Record<string, string | undefined>, language: string): string =>
  words[language] ?? words.en ?? Object.values(words).find((one) => one) ?? ''
