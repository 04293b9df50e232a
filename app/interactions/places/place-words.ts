import { metresBetween } from '../reports/geo'

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
  const { at, near } = between[language] ?? { at: '/', near: '~' }
  const measured = nearby
    .map((place) => ({ ...place, metres: metresBetween(point, place) }))
    .filter(({ metres }) => metres <= reachM)
    .sort((one, other) => one.metres - other.metres || (one.name < other.name ? -1 : 1))
  const crossings = measured.filter(({ kind, street, crossStreet }) => kind === 'crossing' && street && crossStreet)
  const [crossing] = crossings
  const address = measured.find(({ kind, street, metres }) => kind === 'address' && street && metres <= onStreetM)

  if (crossing && crossing.metres <= atCrossingM && crossing.metres <= (address?.metres ?? Number.POSITIVE_INFINITY) + atCrossingM)
    return `${crossing.street} ${at} ${crossing.crossStreet}`
  if (address?.street) {
    const street = address.street
    const own = crossings.find((place) => place.metres <= nearCrossingM && (place.street === street || place.crossStreet === street))
    return own ? `${street} ${near} ${own.street === street ? own.crossStreet : own.street}` : street
  }
  const landmark = measured.find(({ kind, metres }) => kind === 'landmark' && metres <= landmarkM)
  if (landmark) return landmark.name
  if (crossing && crossing.metres <= nearCrossingM) return `${near === '~' ? '' : capital(near)} ${crossing.street} ${at} ${crossing.crossStreet}`.trim()
  const street = measured.find(({ kind }) => kind === 'street')
  return street?.name ?? ''
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
