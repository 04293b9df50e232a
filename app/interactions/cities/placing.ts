import { quadkeyOf } from '~/map/quadkey'
import { type Area, areaOfPlace } from '../places/areas.server'
import { GazetteerGrid } from '../places/gazetteer-grid'
import { gazetteerWords } from '../places/gazetteer-words'
import { wordsOfPlace } from '../places/place-words'
import { metresBetween } from '../reports/geo'
import type { GazetteerRow } from './read-gazetteer.server'
import type { ReportRow } from './report-row'

/** Where a report lies: its point, cell, area and words, or nothing of these. */
export type Placed = {
  lat: number | null
  lng: number | null
  quadkey: string | null
  areaKey: string | null
  place: string
  /** Set when an address stood in for coordinates. */
  placedBy: 'address' | 'street' | null
}

/** Finds the place of imported reports, by the areas and the gazetteer of the town. */
export function placer(areas: readonly Area[], gazetteer: readonly GazetteerRow[], language: string) {
  const grid = new GazetteerGrid(gazetteer)
  const byName = new Map(areas.flatMap((area) => [[area.key, area] as const, [area.name.toLowerCase(), area] as const]))
  const addresses = addressBook(gazetteer)
  const known = new Map<string, { place: string; quadkey: string; area?: Area | null }>()

  return (report: ReportRow): Placed => {
    const found =
      report.lat !== null && report.lng !== null
        ? { lat: report.lat, lng: report.lng, by: null }
        : addresses(report.address)
    const given = byName.get(report.area.toLowerCase())
    if (!found) return { lat: null, lng: null, quadkey: null, areaKey: given?.key ?? null, place: '', placedBy: null }
    const { lat, lng } = found
    const key = `${lat} ${lng}`
    // The same points come back all through a register: one answer for each of them.
    let here = known.get(key)
    if (!here) {
      const place = wordsOfPlace({ lat, lng }, grid.around(lat, lng), language)
      here = { place, quadkey: String(quadkeyOf(lat, lng)) }
      known.set(key, here)
    }
    const { place, quadkey } = here
    if (!given && here.area === undefined) here.area = areaOfPlace(areas, found)
    return { lat, lng, quadkey, areaKey: (given ?? here.area)?.key ?? null, place, placedBy: found.by }
  }
}

type Found = { lat: number; lng: number; by: 'address' | 'street' }

// The narrower the better: number and street, street within a postcode, a street of which there is one.
function addressBook(gazetteer: readonly GazetteerRow[]) {
  const book = new Map<string, GazetteerRow[]>()
  const enter = (key: string, row: GazetteerRow) => {
    const there = book.get(key)
    if (there) there.push(row)
    else book.set(key, [row])
  }
  for (const row of gazetteer) {
    if (row.kind === 'street') enter(`street ${row.words}`, row)
    if (row.kind !== 'address' || !row.street) continue
    const street = gazetteerWords(row.street)
    const postcode = plainPostcode(row.postcode)
    enter(`house ${row.number?.toLowerCase()} ${street}`, row)
    enter(`house ${row.number?.toLowerCase()} ${street} ${postcode}`, row)
    if (postcode) enter(`number ${row.number?.toLowerCase()} ${postcode}`, row)
    if (postcode) enter(`within ${street} ${postcode}`, row)
    if (postcode) enter(`postcode ${postcode}`, row)
  }
  return (address: ReportRow['address']): Found | null => {
    if (!address) return null
    const { street, number } = numbered(address)
    const postcode = plainPostcode(address.postcode)
    const house = [
      `house ${number} ${street} ${postcode}`,
      ...(postcode ? [] : [`house ${number} ${street}`]),
      `number ${number} ${postcode}`,
    ]
    const exact = number ? house.map((key) => oneSpot(book.get(key))).find(Boolean) : null
    if (exact) return { ...exact, by: 'address' }
    const along =
      oneSpot(book.get(`within ${street} ${postcode}`), 2_000) ?? oneSpot(book.get(`street ${street}`), 1_000)
    // A postcode alone is a place where it covers a few doors, and none where it covers half a town.
    const found = along ?? (street ? null : oneSpot(book.get(`postcode ${postcode}`), 250))
    return found && { ...found, by: 'street' }
  }
}

const plainPostcode = (text: string | null) => (text ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '')

// The number may stand in a column of its own, or before or after the street.
function numbered({ street, number }: { street: string; number: string }) {
  const words = gazetteerWords(street)
  const own = number.trim().toLowerCase()
  if (own) return { street: words, number: own }
  const found = /^(\d+\p{L}?) (.+)$/u.exec(words) ?? /^(.+?) (\d+\p{L}?)$/u.exec(words)
  if (!found) return { street: words, number: '' }
  const [, one = '', other = ''] = found
  return /^\d/.test(one) ? { street: other, number: one } : { street: one, number: other }
}

// The one among several points that lies nearest to their middle; null when they lie too far apart to mean one place.
function oneSpot(rows: readonly GazetteerRow[] | undefined, widestM = 250): { lat: number; lng: number } | null {
  if (!rows || rows.length === 0) return null
  const mean = (pick: (row: GazetteerRow) => number) => rows.reduce((sum, row) => sum + pick(row), 0) / rows.length
  const middle = { lat: mean(({ lat }) => lat), lng: mean(({ lng }) => lng) }
  const measured = rows
    .map((row) => ({ row, metres: metresBetween(middle, row) }))
    .sort((one, other) => one.metres - other.metres)
  const [nearest, farthest] = [measured[0], measured.at(-1)]
  return nearest && farthest && farthest.metres <= widestM ? { lat: nearest.row.lat, lng: nearest.row.lng } : null
}
