import type { Tx } from '~/platform/db.server'
import {
  type Bounds,
  boundsOfPolygons,
  isInBounds,
  isInside,
  metresToBorder,
  type Polygons,
  polygonsOf,
} from './polygons'

export type Area = { key: string; name: string; polygons: Polygons; bounds: Bounds }
type Place = { lat: number; lng: number }

// Piers, bridges and places on the shore belong to the area they hang on.
const edgeM = 120
const edgeDegrees = 0.0025

const kept = new WeakMap<object, { areas: Area[]; until: number }>()
const keepMs = 2_000

/** The areas of the town with their borders. Kept for two seconds per connection pool. */
export async function areasOf(tx: Tx): Promise<Area[]> {
  const before = kept.get(tx)
  if (before && before.until > performance.now()) return before.areas
  const rows = await tx.area.findMany({ select: { key: true, name: true, outline: true }, orderBy: { key: 'asc' } })
  const areas = rows.flatMap(({ key, name, outline }): Area[] => {
    const polygons = polygonsOf(outline)
    return polygons ? [{ key, name, polygons, bounds: boundsOfPolygons(polygons) }] : []
  })
  kept.set(tx, { areas, until: performance.now() + keepMs })
  return areas
}

/** The area a place lies in; a place just outside every border belongs to the nearest area. Null when it is farther off. */
export function areaOfPlace(areas: readonly Area[], place: Place): Area | null {
  const close = areas.filter(({ bounds }) => isInBounds(bounds, place, edgeDegrees))
  const inside = close.find(({ polygons }) => isInside(polygons, place))
  if (inside) return inside
  const [nearest] = close
    .map((area) => ({ area, metres: metresToBorder(area.polygons, place) }))
    .sort((one, other) => one.metres - other.metres)
  return nearest && nearest.metres <= edgeM ? nearest.area : null
}

/** The area a place lies in, by its key and name. */
export async function areaAt(tx: Tx, lat: number, lng: number): Promise<{ key: string; name: string } | null> {
  const area = areaOfPlace(await areasOf(tx), { lat, lng })
  return area && { key: area.key, name: area.name }
}

const outlines = new WeakMap<object, Polygons>()

/** Whether a place lies in this town, its piers and shores included. A town without an outline reaches as far as its reports. */
export function isInTown(town: { outline: unknown; bounds: Bounds | null }, lat: number, lng: number): boolean {
  const place = { lat, lng }
  if (!Number.isFinite(lat) || !Number.isFinite(lng)) return false
  if (town.bounds && !isInBounds(town.bounds, place, edgeDegrees)) return false
  if (typeof town.outline !== 'object' || town.outline === null) return town.bounds !== null
  const polygons = outlines.get(town.outline) ?? polygonsOf(town.outline)
  if (!polygons) return town.bounds !== null
  outlines.set(town.outline, polygons)
  return isInside(polygons, place) || metresToBorder(polygons, place) <= edgeM
}
