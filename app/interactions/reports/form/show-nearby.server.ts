import { defineInteraction } from '~/safeguards/door.server'
import { nameOfCategory } from '../../issues/category-name'
import { categoryAsked } from '../category-asked.server'
import { isReached, nextStep } from '../drafts/draft'
import { draftPageInput } from '../drafts/draft.input'
import { readDraft } from '../drafts/draft-box.server'
import { draftPageDeclaration } from '../drafts/draft-declaration'
import { nearbyIssues } from './nearby-issues.server'

/** Before the details: issues of the same kind close by. Whoever recognises theirs adds to it and is done. */
export const showNearby = defineInteraction({
  ...draftPageDeclaration,
  name: 'draft.show-nearby',
  input: draftPageInput,

  async handle({ input, tx, now, language }) {
    const draft = await readDraft(tx, input.draftToken, now)
    const category = draft?.category ? await categoryAsked(tx, draft.category) : null
    if (!draft?.place || !category || !isReached(draft, 'nearby'))
      return { goTo: draft ? nextStep(draft) : ('place' as const) }
    const { lat, lng, words } = draft.place
    const issues = await nearbyIssues(tx, { category: category.key, lat, lng, radiusM: category.radiusM }, language)
    return {
      place: words,
      lat,
      lng,
      category: nameOfCategory(category.names, language),
      radiusM: category.radiusM,
      issues,
    }
  },
})
