import type { Tx } from '~/platform/db.server'
import { defineInteraction } from '~/safeguards/door.server'
import { activityOf, noticeOf } from '~/safeguards/lawfulness/processing-activities'
import { isLanguage, type Language, languages } from '~/safeguards/vocabulary'
import { townOf } from '../../town/town.server'
import { isReached, nextStep } from '../drafts/draft'
import { draftPageInput } from '../drafts/draft.input'
import { readDraft } from '../drafts/draft-box.server'
import { draftPageDeclaration } from '../drafts/draft-declaration'

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

/** The languages in which the town writes letters: its own first, then every other one there are words for. */
export async function lettersIn(tx: Tx): Promise<Language[]> {
  const { languages: own } = await townOf(tx)
  return [...new Set([...own.filter(isLanguage), ...languages])]
}

/** What people are told about the use of their data when they report: keys into the words, and the version. */
export function reportNotice() {
  const activity = activityOf('maintain-public-space')
  if (!activity?.notice) throw new Error('Reports are not in the register of processing activities.')
  return { version: activity.notice.version, parts: noticeOf(activity) }
}
