import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { lookedFilters, lookedPage } from '../../people/looked-page.server'
import { receiptId, reportBehindReceipt } from './report-of-receipt.server'

/**
 * Whoever holds the secret link of a report reads who used the data of the person behind it, without an account. Looks that
 * are about another report of theirs stand there without its reference: the link is about one report.
 */
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
    const looks = page?.looks.map((look) => (look.issueRef === issueRef ? look : { ...look, issueRef: null }))
    return { issueRef, areaKey, personId, page: page && { ...page, looks: looks ?? [] } }
  },
  about: (_, { issueRef, areaKey, personId }) => ({
    object: { type: 'issue', ref: issueRef },
    area: areaKey,
    subjects: personId ? [personId] : [],
  }),
})
