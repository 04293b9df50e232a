import { type Area, areaOfPlace } from '../places/areas.server'
import { gazetteerWords } from '../places/gazetteer-words'
import type { OpenCity } from './city-files.server'
import { allRows, type Row } from './csv.server'

/** A line of the gazetteer as it is stored. */
export type GazetteerRow = {
  kind: 'street' | 'address' | 'crossing' | 'landmark'
  name: string
  words: string
  street: string | null
  crossStreet: string | null
  number: string | null
  postcode: string | null
  areaKey: string | null
  lat: number
  lng: number
  /** How well known it is: breaks ties in searches. */
  weight: number
}

/** Streets, addresses, crossings and landmarks of a city folder, each kind optional. What lies outside every area is left out. */
export async function gazetteerOf(open: OpenCity, areas: readonly Area[]): Promise<GazetteerRow[]> {
  const read = async (kind: 'streets' | 'addresses' | 'intersections' | 'landmarks') => {
    const file = open.fileOf(kind)
    return file === null ? [] : (await allRows(file)).rows
  }
  const streets = (await read('streets')).flatMap((row) => streetIn(row, areas))
  // Files of addresses shorten street names; the file of streets has them in full.
  const fullNames = new Map(streets.map(({ words, name }) => [words, name]))
  const isNumberFirst = open.city.languages[0] === 'en'
  const full = (name: string) => fullNames.get(gazetteerWords(name)) ?? (isNumberFirst ? writtenOut(name) : name)
  return [
    ...streets,
    ...(await read('addresses')).flatMap((row) => addressIn(row, areas, full, isNumberFirst)),
    ...(await read('intersections')).flatMap((row) => crossingIn(row, areas, full)),
    // Parkways are in lists of parks, too: a name that is a street stays a street.
    ...(await read('landmarks')).flatMap((row) => landmarkIn(row, areas)).filter(({ words }) => !fullNames.has(words)),
  ]
}

// What registers in English write short at the end of a street's name.
const endings: Record<string, string> = {
  St: 'Street',
  Ave: 'Avenue',
  Rd: 'Road',
  Dr: 'Drive',
  Ln: 'Lane',
  Pl: 'Place',
  Sq: 'Square',
  Ct: 'Court',
  Ter: 'Terrace',
  Blvd: 'Boulevard',
  Pkwy: 'Parkway',
  Hwy: 'Highway',
  Cir: 'Circle',
}

function writtenOut(name: string): string {
  const [ending = ''] = /[A-Z][a-z]+$/.exec(name) ?? []
  const long = Object.hasOwn(endings, ending) ? endings[ending] : undefined
  return long ? `${name.slice(0, -ending.length)}${long}` : name
}

const none = { street: null, crossStreet: null, number: null, postcode: null }

function streetIn(row: Row, areas: readonly Area[]): GazetteerRow[] {
  const name = row.street?.trim()
  const point = pointIn(row, areas)
  if (!name || !point) return []
  const weight = 1 + Math.min(3, Number(row.length_km) || 0)
  return [{ ...none, ...point, kind: 'street', name, words: gazetteerWords(name), street: name, weight }]
}

function addressIn(
  row: Row,
  areas: readonly Area[],
  full: (name: string) => string,
  isNumberFirst: boolean,
): GazetteerRow[] {
  const number = row.number?.trim() ?? ''
  const point = pointIn(row, areas)
  if (!row.street?.trim() || !point || !number || number === '0') return []
  const street = full(row.street.trim())
  const shown = row.number_to?.trim() ? `${number}-${row.number_to.trim()}` : number
  const words = gazetteerWords(`${number} ${street}`)
  return [
    {
      ...none,
      ...point,
      kind: 'address',
      name: isNumberFirst ? `${shown} ${street}` : `${street} ${shown}`,
      words,
      street,
      number,
      postcode: row.postcode?.trim() || null,
      weight: 0.5,
    },
  ]
}

function crossingIn(row: Row, areas: readonly Area[], full: (name: string) => string): GazetteerRow[] {
  const point = pointIn(row, areas)
  if (!row.street_a?.trim() || !row.street_b?.trim() || !point) return []
  const [street, crossStreet] = [full(row.street_a.trim()), full(row.street_b.trim())]
  if (street === crossStreet) return []
  return [
    {
      ...none,
      ...point,
      kind: 'crossing',
      name: `${street} & ${crossStreet}`,
      words: gazetteerWords(`${street} ${crossStreet}`),
      street,
      crossStreet,
      weight: 1,
    },
  ]
}

function landmarkIn(row: Row, areas: readonly Area[]): GazetteerRow[] {
  const name = row.name?.trim()
  const point = pointIn(row, areas)
  if (!name || !point) return []
  return [{ ...none, ...point, kind: 'landmark', name, words: gazetteerWords(name), weight: Number(row.weight) || 1.5 }]
}

function pointIn(row: Row, areas: readonly Area[]): { lat: number; lng: number; areaKey: string | null } | null {
  const [lat, lng] = [Number(row.lat), Number(row.lng)]
  if (!row.lat?.trim() || !(Math.abs(lat) <= 85) || !(Math.abs(lng) <= 180)) return null
  if (areas.length === 0) return { lat, lng, areaKey: null }
  const named = areas.find(({ key }) => key === row.area?.trim())
  const area = named ?? areaOfPlace(areas, { lat, lng })
  return area && { lat, lng, areaKey: area.key }
}
