import { defineInteraction } from '~/safeguards/door.server'
import { localDateOf } from '~/safeguards/lawfulness/working-days'
import { answersTo } from '../../categories/answers'
import { answersInWords } from '../../categories/answers-in-words.server'
import { nameOfCategory } from '../../issues/category-name'
import { townOf } from '../../town/town.server'
import { categoryAsked } from '../category-asked.server'
import { nextStep } from '../drafts/draft'
import { draftPageInput } from '../drafts/draft.input'
import { readDraft } from '../drafts/draft-box.server'
import { draftPageDeclaration } from '../drafts/draft-declaration'
import { dueAtOf } from '../due'
import { stampOf } from '../human-check.server'
import { reportNotice } from '../report-notice.server'

/** Last page: the report as a letter, to read once more before it is sent. */
export const showCheck = defineInteraction({
  ...draftPageDeclaration,
  name: 'draft.show-check',
  input: draftPageInput,

  async handle({ input, tx, now, language, actor }) {
    const draft = await readDraft(tx, input.draftToken, now)
    if (draft?.sentAs) return { isSent: true as const }
    const goTo = draft ? nextStep(draft) : ('place' as const)
    const category = draft?.category ? await categoryAsked(tx, draft.category) : null
    if (goTo !== 'check' || !draft?.place || !draft.details || !draft.contact || !category) return { goTo }
    const town = await townOf(tx)
    // Questions changed while the draft lay there, or the notice did: the person sees the page again.
    const answers = answersTo(category.questions, localDateOf(now, town.timezone)).safeParse(draft.details.answers)
    if (!answers.success) return { goTo: 'details' as const }
    if (draft.contact.noticeVersion !== reportNotice().version) return { goTo: 'contact' as const }
    return {
      once: draft.once,
      stamp: stampOf('report', now),
      town: town.name,
      place: draft.place,
      category: {
        key: category.key,
        name: nameOfCategory(category.names, language),
        hasPromise: category.serviceDays !== null,
      },
      dueAt: dueAtOf(town, category, now),
      details: draft.details,
      answers: answersInWords(category.questions, answers.data, language),
      photos: draft.photos,
      contact: draft.contact,
      isSignedIn: actor.id !== null && actor.role === 'resident',
    }
  },
})
