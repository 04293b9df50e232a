import { Prisma, type Tx } from '~/platform/db.server'
import type { Language } from '~/safeguards/vocabulary'
import { boxAround, boxCondition } from '../../issues/issue-place.server'
import { type IssueRow, issueRows } from '../../issues/issue-rows.server'
import { metresBetween } from '../geo'

export type NearbyIssue = IssueRow & { lat: number; lng: number; metres: number }

type Asked = { category: string; lat: number; lng: number; radiusM: number }

const mostShown = 8
// More than this around one corner and the nearest ones tell enough.
const mostMeasured = 200

/** Open issues of the same kind around a place, nearest first: perhaps the one that somebody is about to report. */
export async function nearbyIssues(tx: Tx, asked: Asked, language: Language): Promise<NearbyIssue[]> {
  const { category, lat, lng, radiusM } = asked
  // A little wider than the circle, because the box is reckoned on flat ground.
  const box = boxCondition(boxAround({ lat, lng, radiusM: radiusM * 1.01 }))
  const where = Prisma.sql`i.category_key = ${category} AND i.closed_at IS NULL AND NOT i.is_hidden AND ${box}`
  const rows = await issueRows(tx, { where, sort: 'newest', limit: mostMeasured, language })
  return rows
    .flatMap((row) => {
      if (row.lat === null || row.lng === null) return []
      return [
        { ...row, lat: row.lat, lng: row.lng, metres: metresBetween({ lat, lng }, { lat: row.lat, lng: row.lng }) },
      ]
    })
    .filter(({ metres }) => metres <= radiusM)
    .sort((one, other) => one.metres - other.metres)
    .slice(0, mostShown)
}
