import { Prisma, type Tx } from '~/platform/db.server'
import { nearCondition } from '../issues/issue-place.server'
import type { PreparedRow } from './prepared-row'

// So many questions in one statement; each looks into a handful of index ranges.
const atOnce = 200

/**
 * Which issue each of these reports most plausibly repeats: of the same category, within that category's radius, reported
 * before and still open at that moment; the nearest of them, and of equally near ones the latest. A report for which there
 * is none is left out: its original is unknown. The reporting rate rests on these links, so a guess would be worse than none.
 */
export async function issuesTheyRepeat(tx: Tx, rows: readonly PreparedRow[]): Promise<Map<string, string>> {
  const radiusOf = new Map(
    (await tx.category.findMany({ select: { key: true, radiusM: true } })).map(({ key, radiusM }) => [key, radiusM]),
  )
  const placed = rows.filter(({ lat, lng }) => lat !== null && lng !== null)
  const found = new Map<string, string>()
  for (let from = 0; from < placed.length; from += atOnce) {
    const questions = placed
      .slice(from, from + atOnce)
      .map((row) => questionFor(row, radiusOf.get(row.category) ?? 250))
    const answers = await tx.$queryRaw<{ report: string; issue: string }[]>(Prisma.join(questions, ' UNION ALL '))
    for (const { report, issue } of answers) found.set(report, issue)
  }
  return found
}

function questionFor({ id, category, createdAt, lat, lng }: PreparedRow, radiusM: number): Prisma.Sql {
  const near = { lat: lat as number, lng: lng as number, radiusM }
  return Prisma.sql`(SELECT ${id}::text AS report, i.id::text AS issue FROM issue i
    WHERE i.category_key = ${category} AND i.is_imported AND NOT i.has_unknown_original
      AND i.reported_at <= ${createdAt}::timestamptz AND (i.closed_at IS NULL OR i.closed_at > ${createdAt}::timestamptz)
      AND NOT i.is_hidden AND i.quadkey IS NOT NULL AND ${nearCondition(near)}
    ORDER BY power(i.lat - ${near.lat}, 2) + power((i.lng - ${near.lng}) * cos(radians(${near.lat})), 2), i.reported_at DESC, i.id LIMIT 1)`
}
