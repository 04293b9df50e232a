type Point = { lat: number; lng: number }

/** What the gazetteer knows around a point. An address lends its street, never its number: a number points to a household. */
export type NearbyPlace = Point & {
  kind: string
  name: string
  street: string | null
  crossStreet: string | null
}

// Place names are written as the town writes them, so the words between them are in the town's first language.
const between: Record<string, { at: string; near: string }> = {
  en: { at: 'at', near: 'near' },
  nl: { at: 'bij', near: 'in de buurt van' },
  es: { at: 'con', near: 'cerca de' },
  ar: { at: 'عند', near: 'قرب' },
}

const metresPerDegree = 111_195
const atCrossingM = 35
const nearCrossingM = 150
const onStreetM = 80
const landmarkM = 120
/** Nothing farther away than this helps to say where something is. */
export const reachM = 200

/**
 * Where something is, as a person would say it: "Clarendon Street at Boylston Street", "Clarendon Street near Stuart Street",
 * "Boston Common". Empty when nothing is known around there.
 */
export function wordsOfPlace(point: Point, nearby: readonly NearbyPlace[], language: string): string {
  const { at, near } = between[language] ?? { at: '/', near: '/' }
  const { crossings, address, landmark, street } = nearestOf(point, nearby)
  const [crossing] = crossings

  if (crossing && crossing.metres <= atCrossingM) return `${crossing.place.street} ${at} ${crossing.place.crossStreet}`
  if (address?.place.street && address.metres <= onStreetM) {
    const own = address.place.street
    const other = crossings.find(({ place }) => place.street === own || place.crossStreet === own)?.place
    return other ? `${own} ${near} ${other.street === own ? other.crossStreet : other.street}` : own
  }
  if (landmark && landmark.metres <= landmarkM) return landmark.place.name
  if (crossing) return `${crossing.place.street} ${near} ${crossing.place.crossStreet}`
  return street?.place.name ?? ''
}

type Measured = { place: NearbyPlace; metres: number }
type Nearest = { crossings: Measured[]; address: Measured | null; landmark: Measured | null; street: Measured | null }

// One pass and no copies: an import asks this a hundred thousand times.
function nearestOf(point: Point, nearby: readonly NearbyPlace[]): Nearest {
  const found: Nearest = { crossings: [], address: null, landmark: null, street: null }
  const perLng = metresPerDegree * Math.cos((point.lat * Math.PI) / 180)
  for (const place of nearby) {
    const metres = Math.hypot((place.lat - point.lat) * metresPerDegree, (place.lng - point.lng) * perLng)
    if (metres > reachM) continue
    if (place.kind === 'crossing') {
      if (metres <= nearCrossingM) found.crossings.push({ place, metres })
    } else if (place.kind === 'address' || place.kind === 'landmark' || place.kind === 'street') {
      const before = found[place.kind]
      if (!before || metres < before.metres || (metres === before.metres && place.name < before.place.name))
        found[place.kind] = { place, metres }
    }
  }
  found.crossings.sort((one, other) => one.metres - other.metres || (one.place.name < other.place.name ? -1 : 1))
  return found
}
