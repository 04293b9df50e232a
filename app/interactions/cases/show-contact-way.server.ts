import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { defineInteraction } from '~/safeguards/door.server'
import { nameOfCategory } from '../issues/category-name'
import { ref } from './case-fields.input'
import { caseToRead } from './case-in-hand.server'
import { relationOf } from './relation'

// Enough to choose from; whoever needs another one finds its report in the case.
const mostReports = 50

/** A civil servant sees which reporters left contact details and on what footing they may be opened. Nothing is opened yet. */
export const showContactWay = defineInteraction({
  name: 'contact.show-way',
  input: z.object({ ref }),
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['integrity'],
  effect: 'read',
  touches: { issue: ['reports-with-contact'] },

  async handle({ input, actor, tx, now, language }) {
    const opened = await caseToRead(tx, input.ref)
    const { category } = await tx.issue.findUniqueOrThrow({
      where: { id: opened.id },
      select: { category: { select: { name: true } } },
    })
    return {
      ref: opened.ref,
      area: opened.areaKey,
      place: opened.place,
      category: nameOfCategory(category.name, language),
      relation: relationOf(actor, opened, now),
      reports: await reportsWithContact(tx, opened.id),
    }
  },
  about: (_, { ref, area, relation }) => ({ object: { type: 'issue', ref }, area, facts: { relation } }),
})

type ReportWithContact = { id: string; channel: string; language: string; reportedAt: Date; mayShareContact: boolean }

const reportsWithContact = (tx: Tx, issueId: string) => tx.$queryRaw<ReportWithContact[]>`
  SELECT r.id, r.channel, r.language, r.reported_at AS "reportedAt", r.may_share_contact AS "mayShareContact"
  FROM report r JOIN person p ON p.id = r.person_id
  WHERE r.issue_id = ${issueId}::uuid AND num_nonnulls(p.sealed_name, p.sealed_email, p.sealed_phone) > 0
  ORDER BY r.reported_at, r.id LIMIT ${mostReports}`
