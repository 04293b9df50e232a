import type { Questions } from '../../categories/questions'
import { canonicalText } from '../canonical-text'

/** What happened to a question between two versions; `moved` says its place among those that stayed. */
export type QuestionChange = { key: string; what: 'added' | 'removed' | 'changed' | 'moved' }

/** The difference between two lists of questions, question by question. */
export function changesOfQuestions(before: Questions, after: Questions): QuestionChange[] {
  const old = new Map(before.map((question) => [question.key, question]))
  const fresh = new Set(after.map(({ key }) => key))
  const stayedBefore = before.filter(({ key }) => fresh.has(key)).map(({ key }) => key)
  const stayedAfter = after.filter(({ key }) => old.has(key)).map(({ key }) => key)
  return [
    ...before.filter(({ key }) => !fresh.has(key)).map(({ key }) => ({ key, what: 'removed' as const })),
    ...after.flatMap((question): QuestionChange[] => {
      const { key } = question
      const was = old.get(key)
      if (!was) return [{ key, what: 'added' }]
      if (canonicalText(was) !== canonicalText(question)) return [{ key, what: 'changed' }]
      return stayedBefore.indexOf(key) === stayedAfter.indexOf(key) ? [] : [{ key, what: 'moved' }]
    }),
  ]
}
