import { deepest, quadkeysOf, tileAt } from '~/map/quadkey'
import { Prisma } from '~/platform/db.server'
import { planAnew } from '~/platform/plan-anew.server'
import type { Box, Near } from './issue-filters.input'

const metersPerDegree = 111_320
const metersPerDegreeEast = (lat: number) => metersPerDegree * Math.cos((lat * Math.PI) / 180)

/** The box that a circle stands in. */
export function boxAround({ lat, lng, radiusM }: Near): Box {
  const north = radiusM / metersPerDegree
  const east = radiusM / metersPerDegreeEast(lat)
  return [lng - east, lat - north, lng + east, lat + north]
}

/** Issues within so many metres; flat ground is right to a metre over the few kilometres that "near" means. */
export function nearCondition(near: Near): Prisma.Sql {
  return Prisma.sql`(${boxCondition(boxAround(near))} AND ${circleCondition(near)})`
}

/** Within the circle, whatever leads the database there. */
export const circleCondition = ({ lat, lng, radiusM }: Near): Prisma.Sql =>
  Prisma.sql`power((i.lat - ${lat}) * ${metersPerDegree}, 2) + power((i.lng - ${lng}) * ${metersPerDegreeEast(lat)}, 2)
    <= ${radiusM * radiusM}`

/** Issues within a box, its edges included; the quadkeys lead the database to them. */
export function boxCondition(box: Box): Prisma.Sql {
  const [west, south, east, north] = box
  const inside = Prisma.sql`i.lng BETWEEN ${west} AND ${east} AND i.lat BETWEEN ${south} AND ${north}`
  const ranges = quadkeyRanges(box).map(
    ({ first, last }) => Prisma.sql`i.quadkey BETWEEN ${first}::bigint AND ${last}::bigint`,
  )
  return Prisma.sql`${planAnew}(${inside} AND (${Prisma.join(ranges, ' OR ')}))`
}

/** Stretches of quadkeys that together cover a box: tiles of the deepest level at which four beside each other still do. */
export function quadkeyRanges([west, south, east, north]: Box): { first: bigint; last: bigint }[] {
  const corners = (z: number) => ({
    from: tileAt({ lat: north, lng: west }, z),
    to: tileAt({ lat: south, lng: east }, z),
  })
  let z: number = deepest
  while (z > 0 && !isSmall(corners(z))) z -= 1
  const { from, to } = corners(z)
  const ranges: { first: bigint; last: bigint }[] = []
  for (let y = from.y; y <= to.y; y += 1) {
    for (let x = from.x; x <= to.x; x += 1) ranges.push(quadkeysOf({ z, x, y }))
  }
  return joined(ranges)
}

const isSmall = ({ from, to }: { from: { x: number; y: number }; to: { x: number; y: number } }) =>
  to.x - from.x < 4 && to.y - from.y < 4

// Tiles that follow one another on the curve make one stretch.
function joined(ranges: { first: bigint; last: bigint }[]): { first: bigint; last: bigint }[] {
  const sorted = ranges.sort((one, other) => (one.first < other.first ? -1 : 1))
  const result: { first: bigint; last: bigint }[] = []
  for (const range of sorted) {
    const before = result.at(-1)
    if (before && before.last + 1n === range.first) before.last = range.last
    else result.push({ ...range })
  }
  return result
}
