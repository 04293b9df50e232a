import { Prisma, type Tx } from '~/platform/db.server'
import type { Language } from '~/safeguards/vocabulary'
import { nearCondition } from './issue-place.server'
import { type IssueRow, issueRows } from './issue-rows.server'

const radiusM = 250
const mostNearby = 4

/** What else is open around an issue, the newest first. */
export async function nearbyIssues(
  tx: Tx,
  { ref, lat, lng }: { ref: string; lat: number | null; lng: number | null },
  language: Language,
): Promise<IssueRow[]> {
  if (lat === null || lng === null) return []
  const where = Prisma.sql`NOT i.is_hidden AND i.closed_at IS NULL AND i.ref <> ${ref} AND ${nearCondition({ lat, lng, radiusM })}`
  return issueRows(tx, { where, sort: 'newest', limit: mostNearby, language })
}
