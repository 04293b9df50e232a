import { z } from 'zod'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { noticeFact, noticeShown } from '../accounts/notice-shown.input'
import { ownId } from '../accounts/own'
import { receiptId, reportBehindReceipt } from '../reports/receipts/report-of-receipt.server'
import { lineId, question } from './finding-fields.input'
import { askAboutLook } from './question.server'

const asking = {
  purpose: 'oversight',
  legalBasis: 'A6-1-c-legal-obligation',
  ictRole: 'transformative',
  phase: 'co-assess',
  values: ['integrity', 'responsive'],
  limit: { times: 30, perSeconds: 3600 },
  effect: 'write',
  touches: { finding: ['state', 'history'], question: ['words'], mail: ['content'] },
} as const
const asked = { lineId, question, ...noticeShown }

type Notice = Parameters<typeof noticeFact>[0]
const toldAs = (input: Notice) => {
  const shown = noticeFact(input)
  return { collectsFromPerson: true, ...(shown && { noticeShown: shown }) }
}

/** A resident asks oversight about one look at their data, in their own words. */
export const questionLook = defineInteraction({
  ...asking,
  name: 'look.question',
  input: z.object(asked),
  roles: ['resident'],
  facts: async ({ input }) => toldAs(input),
  handle: async (context) => {
    const { input, actor } = context
    return askAboutLook(context, {
      personId: ownId(actor),
      lineId: input.lineId,
      words: input.question,
      isSignedIn: true,
    })
  },
  about: (_, { findingId, isNew }, { id }) => ({
    object: { type: 'finding', ref: findingId },
    subjects: id ? [id] : [],
    facts: { finding: 'question', is_new: isNew },
  }),
})

/** Somebody without an account asks the same by the secret link of their report. */
export const questionLookByReceipt = defineInteraction({
  ...asking,
  name: 'look.question-by-receipt',
  input: z.object({ ...asked, id: receiptId }),
  roles: ['resident', 'civil-servant'],
  facts: async ({ input }) => toldAs(input),
  async handle(context) {
    const { input, tx } = context
    const { personId, reportId } = await reportBehindReceipt(tx, input.id)
    // Who left nothing of themselves has no data that somebody could have looked at.
    if (personId === null) throw new NotFound()
    const asked = { personId, lineId: input.lineId, words: input.question, viaReportId: reportId, isSignedIn: false }
    return { ...(await askAboutLook(context, asked)), personId }
  },
  about: (_, { findingId, isNew, personId }) => ({
    object: { type: 'finding', ref: findingId },
    subjects: [personId],
    facts: { finding: 'question', is_new: isNew },
  }),
})
