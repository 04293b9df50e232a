import { defineInteraction } from '~/safeguards/door.server'
import { keepOtherInput } from './draft.input'
import { changeDraft } from './draft-box.server'
import { aboutDraft, draftDeclaration } from './draft-declaration'

/** A photo was taken elsewhere, and the place that was chosen is right: where it was taken is forgotten at once. */
export const keepOwnPlace = defineInteraction({
  ...draftDeclaration,
  name: 'draft.keep-own-place',
  input: keepOtherInput,
  limit: { times: 300, perSeconds: 3600 },

  async handle({ input, tx, now }) {
    await changeDraft(tx, input.draftToken, now, (draft) => ({ ...draft, photoPlace: null, isPlaceSure: true }))
    return null
  },

  about: aboutDraft,
})
