import type { Tx } from '~/platform/db.server'
import type { CheckResult } from '~/safeguards/check'

export type EntryOfReport = { id: string; number: string; fingerprint: string; madeAt: Date; checks: CheckResult[] }

/** The record that was written in the same moment as the report: which checks ran, and what they found. */
export async function entryOfReport(tx: Tx, ref: string, reportedAt: Date): Promise<EntryOfReport | null> {
  const row = await tx.entry.findFirst({
    where: { objectRef: ref, kind: { in: ['issue.report', 'issue.me-too'] }, madeAt: reportedAt, isRefused: false },
    select: { id: true, entryId: true, leafHash: true, madeAt: true, checks: true },
  })
  if (!row) return null
  return {
    id: row.id,
    number: String(row.entryId),
    fingerprint: Buffer.from(row.leafHash).toString('hex'),
    madeAt: row.madeAt,
    checks: row.checks as CheckResult[],
  }
}
