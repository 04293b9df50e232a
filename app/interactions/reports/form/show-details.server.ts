import { defineInteraction } from '~/safeguards/door.server'
import { localDateOf } from '~/safeguards/lawfulness/working-days'
import { nameOfCategory } from '../../issues/category-name'
import { townOf } from '../../town/town.server'
import { askedIn, categoryAsked } from '../category-asked.server'
import { nextStep } from '../drafts/draft'
import { draftPageInput } from '../drafts/draft.input'
import { readDraft } from '../drafts/draft-box.server'
import { draftPageDeclaration } from '../drafts/draft-declaration'

/** Third page: what exactly is wrong, and what the category wants to know. */
export const showDetails = defineInteraction({
  ...draftPageDeclaration,
  name: 'draft.show-details',
  input: draftPageInput,

  async handle({ input, tx, now, language }) {
    const draft = await readDraft(tx, input.draftToken, now)
    const category = draft?.category ? await categoryAsked(tx, draft.category) : null
    // The page itself may be reached as soon as a kind was chosen; the look around is offered, not demanded.
    if (!draft?.place || !category) return { goTo: draft ? nextStep(draft) : ('place' as const) }
    const { timezone } = await townOf(tx)
    return {
      place: draft.place.words,
      category: nameOfCategory(category.names, language),
      questions: askedIn(category.questions, language),
      description: draft.details?.description ?? '',
      answers: draft.details?.answers ?? {},
      today: localDateOf(now, timezone),
    }
  },
})
