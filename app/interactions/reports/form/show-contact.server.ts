import { defineInteraction } from '~/safeguards/door.server'
import { isReached, nextStep } from '../drafts/draft'
import { draftPageInput } from '../drafts/draft.input'
import { readDraft } from '../drafts/draft-box.server'
import { draftPageDeclaration } from '../drafts/draft-declaration'
import { lettersIn, reportNotice } from '../report-notice.server'

/** Fifth page: how to reach the person, if they want that, and what the town does with it. */
export const showContact = defineInteraction({
  ...draftPageDeclaration,
  name: 'draft.show-contact',
  input: draftPageInput,

  async handle({ input, tx, now, actor }) {
    const draft = await readDraft(tx, input.draftToken, now)
    if (!draft?.place || !isReached(draft, 'contact')) return { goTo: draft ? nextStep(draft) : ('place' as const) }
    return {
      languages: await lettersIn(tx),
      place: draft.place.words,
      contact: draft.contact,
      isSignedIn: actor.id !== null && actor.role === 'resident',
      notice: reportNotice(),
    }
  },
})
