import { Prisma, type Tx } from '~/platform/db.server'
import { nameOfCategory } from '../issues/category-name'
import { nearCondition } from '../issues/issue-place.server'
import { metresBetween } from '../reports/geo'

export type CaseAround = {
  ref: string
  category: string
  place: string
  status: string
  dueAt: Date | null
  reportedAt: Date
  reportCount: number
  lat: number
  lng: number
  distanceM: number
  isSameKind: boolean
}

type Here = { ref: string; categoryKey: string; lat: number | null; lng: number | null; radiusM: number }
type Found = Omit<CaseAround, 'distanceM' | 'category'> & { name: unknown }

const mostAround = 10

/** What else is open around a case. The same kind of issue comes first, the nearest first: it may be the same one twice. */
export async function casesAround(tx: Tx, here: Here, language: string): Promise<CaseAround[]> {
  const { ref, categoryKey, lat, lng, radiusM } = here
  if (lat === null || lng === null) return []
  const near = Prisma.sql`i.closed_at IS NULL AND NOT i.is_hidden AND i.ref <> ${ref} AND ${nearCondition({ lat, lng, radiusM })}`
  const found = await tx.$queryRaw<Found[]>`
    SELECT i.ref, c.name, i.place, i.status, i.due_at AS "dueAt", i.reported_at AS "reportedAt",
      i.report_count AS "reportCount", i.lat, i.lng, i.category_key = ${categoryKey} AS "isSameKind"
    FROM issue i JOIN category c ON c.key = i.category_key WHERE ${near}
    ORDER BY "isSameKind" DESC, power(i.lat - ${lat}, 2) + power((i.lng - ${lng}) * ${Math.cos((lat * Math.PI) / 180)}, 2)
    LIMIT ${mostAround}`
  return found.map(({ name, ...one }) => ({
    ...one,
    category: nameOfCategory(name, language),
    distanceM: Math.round(metresBetween({ lat, lng }, one)),
  }))
}
