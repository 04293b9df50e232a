import { defineInteraction } from '~/safeguards/door.server'
import { activityOf } from '~/safeguards/lawfulness/processing-activities'
import { noticeFact } from '../../accounts/notice-shown.input'
import { keepContactInput } from './draft.input'
import { changeDraft } from './draft-box.server'
import { aboutDraft, draftDeclaration } from './draft-declaration'

/** Who reports and how to reach them, if they want that. The notice about their data stands on the same page. */
export const keepContact = defineInteraction({
  ...draftDeclaration,
  name: 'draft.keep-contact',
  input: keepContactInput,
  limit: { times: 300, perSeconds: 3600 },

  async facts({ input }) {
    const noticeShown = noticeFact(input)
    return { collectsFromPerson: true, ...(noticeShown && { noticeShown }) }
  },

  async handle({ input, tx, now, language, actor }) {
    const { name = '', email = '', phone = '', isNamePublic, mayShareContact, wantsNews, letterLanguage } = input
    const noticeVersion = input.noticeVersion ?? activityOf('maintain-public-space')?.notice?.version ?? ''
    const hasAccount = actor.role === 'resident' && actor.id !== null
    const contact = {
      name,
      email,
      phone,
      // What was not given can neither be shown nor passed on.
      isNamePublic: isNamePublic && (name !== '' || hasAccount),
      mayShareContact: mayShareContact && (email !== '' || phone !== '' || hasAccount),
      wantsNews: wantsNews && (email !== '' || hasAccount),
      letterLanguage: letterLanguage ?? null,
      noticeVersion,
      noticeLanguage: input.noticeLanguage ?? language,
    }
    await changeDraft(tx, input.draftToken, now, (draft) => ({ ...draft, hasSeenPhotos: true, contact }))
    return null
  },

  about: aboutDraft,
})
