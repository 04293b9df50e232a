import { z } from 'zod'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { answersOfChoice, type Question } from '../../categories/questions'
import { nameOfCategory } from '../../issues/category-name'
import { administratorId } from '../acting-administrator'
import { administering } from '../administering'
import { draftOf } from './question-draft.server'
import { questionTypes } from './question-form.input'

/** The administrator opens one question of the draft, or an empty one of a kind, with what it can depend on. */
export const openQuestion = defineInteraction({
  ...administering,
  name: 'category.open-question',
  input: z.object({
    key: z.string().max(80),
    question: z.string().max(40),
    type: z.enum(questionTypes).catch('one'),
  }),
  values: ['responsive'],
  effect: 'public-read',
  touches: {},
  async handle({ input, tx, actor, language }) {
    const category = await tx.category.findUnique({ where: { key: input.key }, select: { name: true } })
    if (!category) throw new NotFound()
    const { questions } = await draftOf(tx, input.key, administratorId(actor))
    const at = questions.findIndex(({ key }) => key === input.question)
    if (input.question !== 'new' && at < 0) throw new NotFound()
    const question = at < 0 ? null : (questions[at] ?? null)
    return {
      category: input.key,
      label: nameOfCategory(category.name, language),
      type: question?.type ?? input.type,
      question,
      // A condition looks back only: to questions before this one that have a known set of answers.
      earlier: (at < 0 ? questions : questions.slice(0, at)).flatMap((one) => conditionsOn(one, language)),
    }
  },
})

function conditionsOn(question: Question, language: string) {
  const answers = answersOfChoice(question)
  if (!answers) return []
  const named = (value: string) =>
    question.type === 'one' || question.type === 'many'
      ? nameOfCategory(question.choices.find((choice) => choice.value === value)?.label, language)
      : null
  return [
    {
      key: question.key,
      label: nameOfCategory(question.label, language),
      answers: answers.map((value) => ({ value, label: named(value) })),
    },
  ]
}
