import { type Place, quadkeysOf, tileAt } from '~/map/quadkey'

const earthRadiusM = 6_371_008.8
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres between two places over the ground (haversine): right to half a percent anywhere. */
export function metresBetween(one: Place, other: Place): number {
  const halfLat = radians(other.lat - one.lat) / 2
  const halfLng = radians(other.lng - one.lng) / 2
  const chord = Math.sin(halfLat) ** 2 + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(halfLng) ** 2
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/**
 * Stretches of quadkeys that hold every place within a radius: one to four tiles at the level where a tile is as wide as
 * the circle. What lies in their corners is farther, and is measured afterwards.
 */
export function quadkeysAround({ lat, lng }: Place, radiusM: number): { first: bigint; last: bigint }[] {
  const latReach = (radiusM / earthRadiusM) * (180 / Math.PI)
  const lngReach = latReach / Math.cos(radians(Math.min(84, Math.abs(lat) + latReach)))
  // A tile of level z is 360 / 2^z degrees wide; less high than that, and never less high in degrees than cos(lat) of it.
  const level = Math.floor(Math.log2(360 / (2 * lngReach)))
  const z = Math.max(1, Math.min(20, level))
  const corners = [-1, 1].flatMap((north) =>
    [-1, 1].map((east) => tileAt({ lat: lat + north * latReach, lng: lng + east * lngReach }, z)),
  )
  const tiles = new Map(corners.map((tile) => [`${tile.x} ${tile.y}`, tile]))
  return [...tiles.values()].map(quadkeysOf)
}
