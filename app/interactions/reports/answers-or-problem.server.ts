import { InvalidInput } from '~/platform/problems'
import { localDateOf } from '~/safeguards/lawfulness/working-days'
import type { Language } from '~/safeguards/vocabulary'
import { type Answer, answersTo, freeTextOf } from '../categories/answers'
import type { Questions } from '../categories/questions'
import { settledTexts } from './private-words.server'

type Written = { description: string; answers: Record<string, unknown>; privacy?: 'keep' | 'black-out' | undefined }
type Where = { now: Date; timezone: string; language: Language }

/** What somebody wrote about an issue, checked: the answers its category asks for, and every free text as it will be kept. */
export function answersOrProblem(
  questions: Questions,
  { description, answers, privacy }: Written,
  { now, timezone, language }: Where,
) {
  const read = answersTo(questions, localDateOf(now, timezone)).safeParse(answers)
  if (!read.success) {
    throw new InvalidInput(
      Object.fromEntries(read.error.issues.map(({ path, message }) => [`answers.${String(path[0])}`, message])),
    )
  }
  const texts = settledTexts({ description, ...freeTextOf(questions, read.data) }, privacy, language)
  const settled: Answer[] = read.data.map((answer) => ({
    ...answer,
    value: texts[`answers.${answer.question}`] ?? answer.value,
  }))
  return { answers: settled, texts }
}
