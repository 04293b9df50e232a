import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { NotFound } from '~/platform/problems'
import { tokenHash } from '~/platform/tokens.server'

/** The secret part of a receipt's address. */
export const receiptId = z.string().regex(/^[\w-]{43}$/)

type Found = { reportId: string; reportedAt: Date; personId: string | null; issueRef: string; areaKey: string | null }

/** The report behind a secret link, and whose it is. Throws NotFound for a link to nothing. */
export async function reportBehindReceipt(tx: Tx, secret: string): Promise<Found> {
  const report = await tx.report.findUnique({
    where: { followTokenHash: new Uint8Array(tokenHash(secret)) },
    select: { id: true, personId: true, reportedAt: true, issue: { select: { ref: true, areaKey: true } } },
  })
  if (!report) throw new NotFound()
  const { id: reportId, personId, reportedAt, issue } = report
  return { reportId, reportedAt, personId, issueRef: issue.ref, areaKey: issue.areaKey }
}
