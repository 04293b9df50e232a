import { type Channel, channels, isLanguage } from '~/safeguards/vocabulary'
import { type CityFolder, isMarked, meets } from './city-folder'
import { instantFrom } from './source-times'

/** A report of the city as it was read: on its own, before anything is known about its place. */
export type ReportRow = {
  id: string
  category: string
  group: string
  department: string
  lat: number | null
  lng: number | null
  /** What stands instead of coordinates. */
  address: { street: string; number: string; postcode: string } | null
  area: string
  createdAt: Date
  dueAt: Date | null
  closedAt: Date | null
  status: 'open' | 'in-progress' | 'resolved' | 'not-resolved'
  outcome: string
  channel: Channel
  language: string
  isDuplicate: boolean
  isInAnalysis: boolean
  hasTimeConflict: boolean
  origin: Record<string, string>
}

/** Why a row cannot become a report. Each is a line in the file of rejects, and a count at the end. */
export const flaws = {
  'not-csv': 'the line cannot be read as CSV',
  columns: 'the line has more or fewer columns than the first line',
  id: 'no identifier, or a longer one than 80 signs',
  'id-twice': 'the identifier stood on an earlier line',
  category: 'no category, or a longer one than 120 signs',
  created: 'no date of creation, or one that does not exist',
  closed: 'closed, but without a date on which it was closed',
  coordinates: 'coordinates that are no numbers or lie nowhere on earth',
  'outside-town': 'coordinates far outside the town',
} as const
export type Flaw = keyof typeof flaws

type Row = Readonly<Record<string, string>>

/** Reads rows by the columns that `city.json` names. */
export function reportReader(city: CityFolder): (row: Row) => ReportRow | { flaw: Flaw } {
  const {
    columns,
    dates,
    statuses,
    notResolved,
    channels: sourceChannels,
    unplaced,
    duplicates,
    analyse,
    keep,
  } = city.reports
  const [ownLanguage = 'en'] = city.languages
  const kept = [...new Set([...keep, ...[...unplaced, ...duplicates, ...analyse].map(({ column }) => column)])]
  const at = (row: Row, column: string | undefined) => (column === undefined ? '' : (row[column] ?? '').trim())

  return (row) => {
    const id = at(row, columns.id)
    if (!id || id.length > 80) return { flaw: 'id' }
    const category = at(row, columns.category).replace(/\s+/g, ' ')
    if (!category || category.length > 120) return { flaw: 'category' }
    const createdAt = instantFrom(at(row, columns.createdAt), dates, city.timezone)
    if (!createdAt) return { flaw: 'created' }
    const status = statusOf(at(row, columns.status), statuses, columns.status !== undefined)
    const closed = instantFrom(at(row, columns.closedAt), dates, city.timezone)
    const isClosed = status === 'closed' || (status === null && closed !== null)
    if (isClosed && !closed) return { flaw: 'closed' }
    const place = placeIn(at(row, columns.latitude), at(row, columns.longitude))
    if (place === 'nowhere') return { flaw: 'coordinates' }
    const isPlaced = !isMarked(row, unplaced)
    const outcome = at(row, columns.outcome).slice(0, 80)
    const street = at(row, columns.street)
    const postcode = at(row, columns.postcode)
    const language = at(row, columns.language).slice(0, 2).toLowerCase()
    return {
      id,
      category,
      group: at(row, columns.group),
      department: at(row, columns.department).slice(0, 120),
      lat: isPlaced && place ? place.lat : null,
      lng: isPlaced && place ? place.lng : null,
      address:
        isPlaced && !place && (street || postcode) ? { street, number: at(row, columns.number), postcode } : null,
      area: at(row, columns.area),
      createdAt,
      dueAt: instantFrom(at(row, columns.dueAt), dates, city.timezone),
      closedAt: isClosed ? closed : null,
      status: isClosed
        ? notResolved.includes(outcome)
          ? 'not-resolved'
          : 'resolved'
        : (status ?? 'open') === 'in-progress'
          ? 'in-progress'
          : 'open',
      outcome,
      channel: channelOf(at(row, columns.channel), sourceChannels),
      language: isLanguage(language) ? language : ownLanguage,
      isDuplicate: isMarked(row, duplicates),
      isInAnalysis: meets(row, analyse),
      hasTimeConflict: isClosed && closed !== null && closed < createdAt,
      origin: originOf(row, kept),
    }
  }
}

type SourceStatus = 'open' | 'in-progress' | 'closed'

// Null: the source does not say, so the closing date decides.
function statusOf(value: string, named: Record<string, SourceStatus>, hasColumn: boolean): SourceStatus | null {
  if (!hasColumn || !value) return null
  const known = Object.hasOwn(named, value) ? named[value] : undefined
  if (known) return known
  if (/^(closed|resolved|completed?|done|afgehandeld|gesloten|cerrado|resuelto)\b/i.test(value)) return 'closed'
  return /^(in[ -]progress|in behandeling|en curso)\b/i.test(value) ? 'in-progress' : 'open'
}

function channelOf(value: string, named: Record<string, string>): Channel {
  const ours = Object.hasOwn(named, value) ? named[value] : value.toLowerCase()
  return channels.find((channel) => channel === ours) ?? 'integration'
}

function placeIn(latText: string, lngText: string): { lat: number; lng: number } | null | 'nowhere' {
  if (!latText && !lngText) return null
  const [lat, lng] = [latText, lngText].map((text) => (text ? Number(text.replace(',', '.')) : Number.NaN))
  if (lat === undefined || lng === undefined || !(Math.abs(lat) <= 85) || !(Math.abs(lng) <= 180)) return 'nowhere'
  // Nought, nought is how many systems write "unknown".
  return lat === 0 && lng === 0 ? null : { lat, lng }
}

function originOf(row: Row, kept: readonly string[]): Record<string, string> {
  const origin: Record<string, string> = {}
  for (const column of kept) {
    const value = row[column]
    if (value) origin[column] = value.slice(0, 120)
  }
  return origin
}
