import type { Tx } from '~/platform/db.server'
import { type Question, questionsOf } from '../categories/questions'
import { nameOfCategory } from '../issues/category-name'

/** A category as far as a report needs it. */
export type CategoryAsked = {
  key: string
  names: unknown
  pictogram: string
  radiusM: number
  serviceDays: number | null
  serviceDayKind: string
  isChoosable: boolean
  isEmergency: boolean
  emergency: unknown
  questions: Question[]
  version: number
}

/** The category with this key; null when the town has none. */
export async function categoryAsked(tx: Tx, key: string): Promise<CategoryAsked | null> {
  const row = await tx.category.findUnique({
    where: { key },
    select: {
      key: true,
      name: true,
      pictogram: true,
      radiusM: true,
      serviceDays: true,
      serviceDayKind: true,
      isChoosable: true,
      isEmergency: true,
      emergency: true,
      questions: true,
      version: true,
    },
  })
  if (!row) return null
  const { name, questions, ...rest } = row
  return { ...rest, names: name, questions: questionsOf(questions) }
}

/** A question in the reader's language: what a form shows. */
export type AskedQuestion = {
  key: string
  type: Question['type']
  label: string
  hint: string | null
  isRequired: boolean
  isForCaseOnly: boolean
  onlyIf: { question: string; isOneOf: string[]; label: string; answers: string[] } | null
  choices: { value: string; label: string; pictogram: string | null }[]
  longest: number | null
  unit: string | null
  isWhole: boolean
}

/** The questions of a category in one language; conditions carry their words, for pages that cannot hide anything. */
export function askedIn(questions: readonly Question[], language: string): AskedQuestion[] {
  const say = (words: unknown) => nameOfCategory(words, language)
  return questions.map((question) => {
    const { key, type, label, hint, isRequired, seenBy, onlyIf } = question
    const earlier = questions.find((other) => other.key === onlyIf?.question)
    return {
      key,
      type,
      label: say(label),
      hint: hint ? say(hint) : null,
      isRequired,
      isForCaseOnly: seenBy === 'case',
      onlyIf:
        onlyIf && earlier
          ? { ...onlyIf, label: say(earlier.label), answers: answersInWords(earlier, onlyIf.isOneOf, say) }
          : null,
      choices: choicesOf(question).map(({ value, label, pictogram }) => ({
        value,
        label: say(label),
        pictogram: pictogram ?? null,
      })),
      longest: question.type === 'text' ? question.longest : null,
      unit: question.type === 'number' && question.unit ? say(question.unit) : null,
      isWhole: question.type === 'number' && question.isWhole,
    }
  })
}

const choicesOf = (question: Question) => (question.type === 'one' || question.type === 'many' ? question.choices : [])

// `yes` and `no` stay as they are: the page has words for them.
const answersInWords = (question: Question, values: readonly string[], say: (words: unknown) => string) =>
  values.map((value) => {
    const choice = choicesOf(question).find((one) => one.value === value)
    return choice ? say(choice.label) : value
  })
