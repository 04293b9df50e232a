/** A ring of [lng, lat], a polygon of rings (the first is the outer one, the others are holes), and several of them. */
export type Ring = readonly (readonly [number, number])[]
export type Polygon = readonly Ring[]
/** What GeoJSON calls Polygon or MultiPolygon, always read as several. */
export type Polygons = readonly Polygon[]
/** [west, south, east, north] */
export type Bounds = [number, number, number, number]
type Place = { lat: number; lng: number }

/** The polygons of a GeoJSON geometry. Null when it is none, or not one that can be drawn. */
export function polygonsOf(geometry: unknown): Polygons | null {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown }
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null
  if (!Array.isArray(polygons) || polygons.length === 0) return null
  return polygons.every((polygon) => Array.isArray(polygon) && polygon.length > 0 && polygon.every(isRing))
    ? (polygons as unknown as Polygons)
    : null
}

const isRing = (ring: unknown) =>
  Array.isArray(ring) &&
  ring.length >= 4 &&
  ring.every(
    (point) =>
      Array.isArray(point) &&
      Number.isFinite(point[0]) &&
      Number.isFinite(point[1]) &&
      Math.abs(point[0]) <= 180 &&
      Math.abs(point[1]) <= 90,
  )

export function boundsOfPolygons(polygons: Polygons): Bounds {
  const bounds: Bounds = [180, 90, -180, -90]
  for (const polygon of polygons) {
    for (const [lng, lat] of polygon[0] ?? []) {
      bounds[0] = Math.min(bounds[0], lng)
      bounds[1] = Math.min(bounds[1], lat)
      bounds[2] = Math.max(bounds[2], lng)
      bounds[3] = Math.max(bounds[3], lat)
    }
  }
  return bounds
}

/** Whether a place lies in a box, widened by so many degrees. */
export const isInBounds = ([west, south, east, north]: Bounds, { lat, lng }: Place, wider = 0): boolean =>
  lng >= west - wider && lng <= east + wider && lat >= south - wider && lat <= north + wider

/** Whether a place lies inside. A line drawn from it crosses the border an odd number of times; holes count like any border. */
export const isInside = (polygons: Polygons, place: Place): boolean =>
  polygons.some((polygon) => polygon.reduce((inside, ring) => inside !== isInRing(ring, place), false))

function isInRing(ring: Ring, { lat, lng }: Place): boolean {
  let inside = false
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [x1 = 0, y1 = 0] = ring[at] ?? []
    const [x2 = 0, y2 = 0] = ring[before] ?? []
    if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

const metresPerDegree = 111_195

/** Metres to the nearest border. Flat ground is right to a metre over the distances that matter here. */
export function metresToBorder(polygons: Polygons, { lat, lng }: Place): number {
  const perLng = metresPerDegree * Math.cos((lat * Math.PI) / 180)
  let nearest = Number.POSITIVE_INFINITY
  for (const ring of polygons.flat()) {
    for (let at = 1; at < ring.length; at++) {
      const [x1 = 0, y1 = 0] = ring[at - 1] ?? []
      const [x2 = 0, y2 = 0] = ring[at] ?? []
      const one = [(x1 - lng) * perLng, (y1 - lat) * metresPerDegree] as const
      const way = [(x2 - x1) * perLng, (y2 - y1) * metresPerDegree] as const
      const length = way[0] ** 2 + way[1] ** 2
      const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(one[0] * way[0] + one[1] * way[1]) / length))
      nearest = Math.min(nearest, Math.hypot(one[0] + share * way[0], one[1] + share * way[1]))
    }
  }
  return nearest
}
