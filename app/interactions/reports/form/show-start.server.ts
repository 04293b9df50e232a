import { defineInteraction } from '~/safeguards/door.server'
import { isEmpty, nextStep } from '../drafts/draft'
import { draftPageInput } from '../drafts/draft.input'
import { readDraft } from '../drafts/draft-box.server'
import { draftPageDeclaration } from '../drafts/draft-declaration'
import { receiptPath } from '../follow-link.server'

/** The way into the form: straight to the first page, or on with what this browser began before. */
export const showStart = defineInteraction({
  ...draftPageDeclaration,
  name: 'draft.show-start',
  input: draftPageInput,

  async handle({ input, tx, now }) {
    const draft = await readDraft(tx, input.draftToken, now)
    if (draft?.sentAs) return { sent: receiptPath(draft.sentAs), begun: null }
    if (!draft || isEmpty(draft)) return { sent: null, begun: null }
    return {
      sent: null,
      begun: { step: nextStep(draft), place: draft.place?.words ?? '', photoCount: draft.photos.length },
    }
  },
})
