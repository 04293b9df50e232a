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

  if (crossing && crossing.square <= atCrossingM ** 2)
    return `${crossing.place.street} ${at} ${crossing.place.crossStreet}`
  if (address?.street) {
    const own = address.street
    const other = crossings.find(({ place }) => place.street === own || place.crossStreet === own)?.place
    return other ? `${own} ${near} ${other.street === own ? other.crossStreet : other.street}` : own
  }
  if (landmark) return landmark.name
  if (crossing) return `${crossing.place.street} ${near} ${crossing.place.crossStreet}`
  return street?.name ?? ''
}

type Measured = { place: NearbyPlace; square: number }
type Nearest = { crossings: Measured[]; address?: NearbyPlace; landmark?: NearbyPlace; street?: NearbyPlace }

// One pass, no copies, no roots: an import asks this a hundred thousand times, of hundreds of places each time.
function nearestOf(point: Point, nearby: readonly NearbyPlace[]): Nearest {
  const crossings: Measured[] = []
  const nearest: Record<string, NearbyPlace | undefined> = {}
  const least: Record<string, number> = { address: onStreetM ** 2, landmark: landmarkM ** 2, street: reachM ** 2 }
  const perLng = metresPerDegree * Math.cos((point.lat * Math.PI) / 180)
  for (const place of nearby) {
    const north = (place.lat - point.lat) * metresPerDegree
    if (north > reachM || north < -reachM) continue
    const east = (place.lng - point.lng) * perLng
    const square = north * north + east * east
    if (place.kind === 'crossing') {
      if (square <= nearCrossingM ** 2) crossings.push({ place, square })
      continue
    }
    const before = least[place.kind]
    if (before === undefined || square > before) continue
    const other = nearest[place.kind]
    // Of two that lie equally near the first by name, so that the same file gives the same words.
    if (square === before && other && other.name <= place.name) continue
    least[place.kind] = square
    nearest[place.kind] = place
  }
  crossings.sort((one, other) => one.square - other.square || (one.place.name < other.place.name ? -1 : 1))
  return { crossings, ...nearest }
}
