import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { lookedFilters, lookedPage } from '../../people/looked-page.server'
import { receiptId, reportBehindReceipt } from './report-of-receipt.server'

/** Whoever holds the secret link of a report reads who used the data of the person behind it, without an account. */
export const seeLookedByReceipt = defineInteraction({
  name: 'receipt.see-who-looked',
  input: z.object({ ...lookedFilters, id: receiptId }),
  roles: ['resident', 'civil-servant', 'oversight', 'administrator'],
  purpose: 'oversight',
  legalBasis: 'A6-1-c-legal-obligation',
  ictRole: 'transformative',
  phase: 'governance',
  values: ['integrity', 'lawfulness'],
  limit: { times: 600, perSeconds: 3600 },
  effect: 'read',
  touches: { report: ['record-of-acts'], question: ['own'] },
  async handle({ input, tx, now, language }) {
    const { personId, issueRef, areaKey } = await reportBehindReceipt(tx, input.id)
    const page = personId === null ? null : await lookedPage(tx, personId, input, { now, language })
    return { issueRef, areaKey, personId, page: page && onlyAbout(issueRef, page) }
  },
  about: (_, { issueRef, areaKey, personId }) => ({
    object: { type: 'issue', ref: issueRef },
    area: areaKey,
    subjects: personId ? [personId] : [],
  }),
})

type Page = Awaited<ReturnType<typeof lookedPage>>

// The link is about one report, and may be in more hands than an account is: looks at another report stand there without its
// reference, and questions about them without their words and answers.
function onlyAbout(ref: string, page: Page): Page {
  return {
    ...page,
    looks: page.looks.map((look) => (look.issueRef === ref ? look : { ...look, issueRef: null })),
    questions: page.questions.map((question) =>
      question.issueRef === ref ? question : { ...question, issueRef: null, words: '', answers: [] },
    ),
  }
}
