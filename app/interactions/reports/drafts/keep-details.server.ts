import { OutOfDate } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { asFormValues } from '../../categories/answers'
import { townOf } from '../../town/town.server'
import { answersOrProblem } from '../answers-or-problem.server'
import { categoryAsked } from '../category-asked.server'
import { keepDetailsInput } from './draft.input'
import { changeDraft, readDraft } from './draft-box.server'
import { aboutDraft, draftDeclaration } from './draft-declaration'

/** What exactly is wrong, and what the category asks. Words that may say too much about somebody are shown to the writer first. */
export const keepDetails = defineInteraction({
  ...draftDeclaration,
  name: 'draft.keep-details',
  input: keepDetailsInput,
  limit: { times: 300, perSeconds: 3600 },

  async handle({ input, tx, now, language }) {
    const { draftToken, privacy } = input
    const before = await readDraft(tx, draftToken, now)
    const category = before?.category ? await categoryAsked(tx, before.category) : null
    // Sent from a page that stood open while the draft went on elsewhere, or expired.
    if (!category) throw new OutOfDate()
    const { timezone } = await townOf(tx)
    const { answers, texts } = answersOrProblem(category.questions, input, { now, timezone, language })
    const details = {
      category: category.key,
      description: texts.description ?? '',
      answers: asFormValues(answers),
      keptSensitiveText: privacy === 'keep',
    }
    await changeDraft(tx, draftToken, now, (draft) => ({ ...draft, isOther: true, details }))
    return null
  },

  about: aboutDraft,
})
