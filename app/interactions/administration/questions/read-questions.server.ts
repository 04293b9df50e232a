import { z } from 'zod'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { questionsOf } from '../../categories/questions'
import { nameOfCategory } from '../../issues/category-name'
import { askedIn } from '../../reports/category-asked.server'
import { administratorId } from '../acting-administrator'
import { administering } from '../administering'
import { changesOfQuestions } from './question-changes'
import { draftOf } from './question-draft.server'

/** The administrator sees what a category asks, and what the draft would change about it. */
export const readQuestions = defineInteraction({
  ...administering,
  name: 'category.read-questions',
  input: z.object({ key: z.string().max(80) }),
  values: ['responsive'],
  effect: 'public-read',
  touches: {},
  async handle({ input, tx, actor, language }) {
    const category = await tx.category.findUnique({
      where: { key: input.key },
      select: { key: true, name: true, version: true, questions: true },
    })
    if (!category) throw new NotFound()
    const draft = await draftOf(tx, input.key, administratorId(actor))
    const published = questionsOf(category.questions)
    return {
      category: category.key,
      label: nameOfCategory(category.name, language),
      version: category.version,
      questions: draft.questions.map((question) => ({ question, label: nameOfCategory(question.label, language) })),
      asked: askedIn(draft.questions, language),
      isChanged: draft.isChanged,
      isBehind: draft.baseVersion !== category.version,
      changes: changesOfQuestions(published, draft.questions),
    }
  },
})
