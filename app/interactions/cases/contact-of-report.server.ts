import type { Tx } from '~/platform/db.server'
import { NotFound } from '~/platform/problems'
import { openContact } from '../people/person.server'
import type { CaseInHand } from './case-in-hand.server'

/** How to reach whoever sent one report of this case: for one look, by a purpose that is on record. */
export async function contactOfReport(tx: Tx, { id: issueId, ref, areaKey }: CaseInHand, reportId: string) {
  const report = await tx.report.findFirst({
    where: { id: reportId, issueId, personId: { not: null } },
    select: { personId: true, language: true, mayShareContact: true },
  })
  if (!report?.personId) throw new NotFound()
  const contact = await openContact(tx, report.personId)
  const { language, mayShareContact } = report
  return { ref, area: areaKey, reportId, personId: report.personId, language, mayShareContact, contact }
}

export type OpenedContact = Awaited<ReturnType<typeof contactOfReport>>
