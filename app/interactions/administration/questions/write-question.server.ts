import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { administratorId } from '../acting-administrator'
import { administering } from '../administering'
import { draftOf, keepDraft } from './question-draft.server'
import { questionForm, questionFrom } from './question-form.input'

/** An administrator adds a question to the draft of a category, or changes one. Nobody is asked it yet. */
export const writeQuestion = defineInteraction({
  ...administering,
  name: 'category.write-question',
  input: questionForm,
  values: ['responsive'],
  effect: 'write',
  touches: { category: ['question-draft'] },
  async handle({ input, tx, actor, now }) {
    const authorId = administratorId(actor)
    const draft = await draftOf(tx, input.key, authorId)
    const at = draft.questions.findIndex(({ key }) => key === input.question)
    if (input.question && at < 0) throw new NotFound()
    const others = new Set(draft.questions.map(({ key }) => key).filter((key) => key !== input.question))
    const question = questionFrom(input, others)
    const questions: unknown[] = [...draft.questions]
    questions.splice(at < 0 ? questions.length : at, at < 0 ? 0 : 1, question)
    await keepDraft(tx, draft, authorId, questions, now)
    return { key: input.key }
  },
  about: ({ key }) => ({ object: { type: 'category-draft', ref: key } }),
})
