import { z } from 'zod'
import { NotFound, OutOfDate } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { type Question, questionsOf, questionsSchema } from '../../categories/questions'
import { questionsAt } from '../../categories/questions-at.server'
import { administratorId } from '../acting-administrator'
import { administering, reasonField } from '../administering'
import { canonicalText } from '../canonical-text'
import { holdCategory, writeCategoryVersion } from '../category-versions.server'
import { NothingChanged } from '../problems'

/** An administrator publishes the questions of a category: from now on every new report is asked these. */
export const publishQuestions = defineInteraction({
  ...administering,
  name: 'category.publish-questions',
  input: z.object({ key: z.string().max(80), reason: reasonField }),
  values: ['responsive', 'lawfulness'],
  effect: 'write',
  touches: { category: ['questions'] },
  // A question that asks for something private about people is pointed out, and oversight sees that it was (L04).
  async facts({ input, tx, actor }) {
    const draft = await tx.categoryDraft.findUnique({
      where: { categoryKey_authorId: { categoryKey: input.key, authorId: administratorId(actor) } },
    })
    return { freeText: wordsOf(questionsOf(draft?.questions)) }
  },
  async handle({ input, tx, actor, now }) {
    const authorId = administratorId(actor)
    const where = { categoryKey_authorId: { categoryKey: input.key, authorId } }
    const draft = await tx.categoryDraft.findUnique({ where })
    if (!draft) throw new NotFound()
    const before = await holdCategory(tx, input.key)
    const base = await questionsAt(tx, input.key, draft.baseVersion)
    const published = questionsOf(before.content.questions)
    // Names and terms may have changed meanwhile; the questions may not.
    if (before.version !== draft.baseVersion && canonicalText(base) !== canonicalText(published)) throw new OutOfDate()
    const questions = questionsSchema.parse(draft.questions)
    if (canonicalText(questions) === canonicalText(published)) throw new NothingChanged()
    const content = { ...before.content, questions }
    const version = await writeCategoryVersion(tx, before, content, { changedBy: authorId, reason: input.reason, now })
    await tx.categoryDraft.delete({ where })
    return { key: input.key, version, questions: questions.length }
  },
  about: (_, { key, version, questions }) => ({
    object: { type: 'category', ref: key },
    facts: { version, questions },
  }),
})

const wordsOf = (questions: readonly Question[]): Record<string, string> =>
  Object.fromEntries(
    questions.flatMap(({ key, label, hint }) => [
      [`label.${key}`, Object.values(label).join('\n')],
      [`hint.${key}`, Object.values(hint ?? {}).join('\n')],
    ]),
  )
