import { z } from 'zod'
import { plainLine } from '~/platform/plain-text'
import { defineInteraction } from '~/safeguards/door.server'
import { townOf } from '../../town/town.server'
import { isReached, nextStep } from '../drafts/draft'
import { draftPageInput } from '../drafts/draft.input'
import { readDraft } from '../drafts/draft-box.server'
import { draftPageDeclaration } from '../drafts/draft-declaration'
import { categoryChoices } from './category-choices.server'

/** Second page of the form: what kind of issue it is. */
export const showCategory = defineInteraction({
  ...draftPageDeclaration,
  name: 'draft.show-category',
  input: draftPageInput.extend({
    q: z
      .string()
      .transform((typed) => plainLine(typed).slice(0, 100))
      .catch(''),
  }),

  async handle({ input, tx, now, language }) {
    const draft = await readDraft(tx, input.draftToken, now)
    if (!draft?.place || !isReached(draft, 'category')) return { goTo: draft ? nextStep(draft) : ('place' as const) }
    const { version } = await townOf(tx)
    return {
      place: draft.place.words,
      chosen: draft.category,
      asked: input.q,
      ...(await categoryChoices(tx, version, input.q, language)),
    }
  },
})
