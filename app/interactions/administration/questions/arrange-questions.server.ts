import { z } from 'zod'
import { InvalidInput, NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { administratorId } from '../acting-administrator'
import { administering } from '../administering'
import { draftOf, keepDraft, type QuestionDraft } from './question-draft.server'

const which = { key: z.string().max(80), question: z.string().max(40) }

/** An administrator moves a question of the draft one place up or down. */
export const moveQuestion = defineInteraction({
  ...administering,
  name: 'category.move-question',
  input: z.object({ ...which, way: z.enum(['up', 'down']) }),
  values: ['responsive'],
  effect: 'write',
  touches: { category: ['question-draft'] },
  async handle({ input, tx, actor, now }) {
    const authorId = administratorId(actor)
    const draft = await draftOf(tx, input.key, authorId)
    const at = placeOf(draft, input.question)
    const to = at + (input.way === 'up' ? -1 : 1)
    const questions = [...draft.questions]
    const [moved] = questions.splice(at, 1)
    if (!moved || to < 0 || to > questions.length) throw new NotFound()
    questions.splice(to, 0, moved)
    await keepDraft(tx, draft, authorId, questions, now).catch(wouldBreak)
    return { key: input.key }
  },
  about: ({ key }) => ({ object: { type: 'category-draft', ref: key } }),
})

/** An administrator takes a question out of the draft. Answers that were given to it stay, with the version that asked. */
export const removeQuestion = defineInteraction({
  ...administering,
  name: 'category.remove-question',
  input: z.object(which),
  values: ['responsive'],
  effect: 'write',
  touches: { category: ['question-draft'] },
  async handle({ input, tx, actor, now }) {
    const authorId = administratorId(actor)
    const draft = await draftOf(tx, input.key, authorId)
    const at = placeOf(draft, input.question)
    const questions = draft.questions.filter((_, place) => place !== at)
    await keepDraft(tx, draft, authorId, questions, now).catch(wouldBreak)
    return { key: input.key }
  },
  about: ({ key }) => ({ object: { type: 'category-draft', ref: key } }),
})

/** An administrator throws the draft away; what is published stays. */
export const discardQuestions = defineInteraction({
  ...administering,
  name: 'category.discard-questions',
  input: z.object({ key: which.key.min(1) }),
  values: ['responsive'],
  effect: 'write',
  touches: { category: ['question-draft'] },
  async handle({ input, tx, actor }) {
    await tx.categoryDraft.deleteMany({ where: { categoryKey: input.key, authorId: administratorId(actor) } })
    return { key: input.key }
  },
  about: ({ key }) => ({ object: { type: 'category-draft', ref: key } }),
})

function placeOf({ questions }: QuestionDraft, key: string): number {
  const at = questions.findIndex((question) => question.key === key)
  if (at < 0) throw new NotFound()
  return at
}

// Only the order can be wrong here: a question would wait for one that comes later or is gone.
function wouldBreak(error: unknown): never {
  throw error instanceof InvalidInput ? new InvalidInput({ form: 'admin.questions.would-break' }) : error
}
