import { defineInteraction } from '~/safeguards/door.server'
import { keepOtherInput } from './draft.input'
import { changeDraft } from './draft-box.server'
import { aboutDraft, draftDeclaration } from './draft-declaration'

/** After the issues nearby: none of these is mine. */
export const keepOther = defineInteraction({
  ...draftDeclaration,
  name: 'draft.keep-other',
  input: keepOtherInput,
  limit: { times: 300, perSeconds: 3600 },

  async handle({ input, tx, now }) {
    await changeDraft(tx, input.draftToken, now, (draft) => ({ ...draft, isOther: true }))
    return null
  },

  about: aboutDraft,
})
