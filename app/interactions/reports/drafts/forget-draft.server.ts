import { defineInteraction } from '~/safeguards/door.server'
import { forgetDraftInput } from './draft.input'
import { removeDraft } from './draft-box.server'
import { aboutDraft, draftDeclaration } from './draft-declaration'

/** Start again: what was written so far is gone. */
export const forgetDraft = defineInteraction({
  ...draftDeclaration,
  name: 'draft.forget',
  input: forgetDraftInput,

  async handle({ input, tx }) {
    if (input.draftToken) await removeDraft(tx, input.draftToken)
    return null
  },

  about: aboutDraft,
})
