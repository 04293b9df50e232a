import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { nameOfCategory } from '../../issues/category-name'
import { isClosed } from '../../issues/issue'
import { townOf } from '../../town/town.server'
import { draftPageInput } from '../drafts/draft.input'
import { readDraft } from '../drafts/draft-box.server'
import { draftPageDeclaration } from '../drafts/draft-declaration'
import { dueAtOf } from '../due'
import { stampOf } from '../human-check.server'
import { reference } from '../me-too.input'
import { lettersIn, reportNotice } from '../report-notice.server'

/** The page on which somebody says that they see the same problem. */
export const showMeToo = defineInteraction({
  ...draftPageDeclaration,
  name: 'issue.show-me-too',
  input: draftPageInput.extend({ ref: reference }),

  async handle({ input, tx, now, language, actor }) {
    const issue = await tx.issue.findUnique({
      where: { ref: input.ref },
      include: {
        category: { select: { name: true, serviceDays: true, serviceDayKind: true } },
        area: { select: { name: true } },
      },
    })
    if (!issue || issue.isHidden) throw new NotFound()
    const draft = await readDraft(tx, input.draftToken, now)
    const town = await townOf(tx)
    return {
      issue: {
        ref: issue.ref,
        category: nameOfCategory(issue.category.name, language),
        place: issue.place,
        area: issue.area?.name ?? null,
        lat: issue.lat,
        lng: issue.lng,
        reportCount: issue.reportCount,
        isClosed: isClosed(issue.status),
      },
      newDueAt: dueAtOf(town, issue.category, now),
      stamp: stampOf('me-too', now),
      notice: reportNotice(),
      languages: await lettersIn(tx),
      isSignedIn: actor.id !== null && actor.role === 'resident',
      draftPlace: draft?.place ?? null,
    }
  },
})
