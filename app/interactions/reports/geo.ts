import type { Place } from '~/map/quadkey'

/** Farther apart than this, two places are two places: a phone knows its own to within some tens of metres. */
export const samePlaceM = 50

const earthRadiusM = 6_371_008.8
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres between two places over the ground (haversine): right to half a percent anywhere. */
export function metresBetween(one: Place, other: Place): number {
  const halfLat = radians(other.lat - one.lat) / 2
  const halfLng = radians(other.lng - one.lng) / 2
  const chord =
    Math.sin(halfLat) ** 2 + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(halfLng) ** 2
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(chord)))
}
