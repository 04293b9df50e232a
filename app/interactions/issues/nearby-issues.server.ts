import { Prisma, type Tx } from '~/platform/db.server'
import type { Language } from '~/safeguards/vocabulary'
import { boxAround, circleCondition, quadkeyRanges } from './issue-place.server'
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
  const near = { lat, lng, radiusM }
  const ranges = quadkeyRanges(boxAround(near))
  const [firsts, lasts] = [ranges.map(({ first }) => first), ranges.map(({ last }) => last)]
  // One text whatever the place, found by one index alone: this is asked for every issue that anybody reads.
  // Materialized, or the database would look through the newest of the whole town for some that happen to be near.
  const from = Prisma.sql`(SELECT i.* FROM issue i WHERE i.id IN (
    WITH close AS MATERIALIZED (
      SELECT i.id, i.reported_at FROM unnest(${firsts}::bigint[], ${lasts}::bigint[]) AS stretch (first, last)
      JOIN issue i ON i.quadkey BETWEEN stretch.first AND stretch.last AND i.quadkey IS NOT NULL
      WHERE NOT i.is_hidden AND i.closed_at IS NULL AND ${circleCondition(near)})
    SELECT id FROM close ORDER BY reported_at DESC, id DESC LIMIT ${mostNearby + 1})) i`
  return issueRows(tx, { from, where: Prisma.sql`i.ref <> ${ref}`, sort: 'newest', limit: mostNearby, language })
}
