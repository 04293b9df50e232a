import path from 'node:path'
import { type Bounds, isInBounds } from '../places/polygons'
import type { SourceType } from './categories-file'
import { BadCity, fingerprintOf, type OpenCity } from './city-files.server'
import { columnsOf, csvRows } from './csv.server'
import { boundsOfAreas, type TownArea } from './read-areas.server'
import { type Flaw, type ReportRow, reportReader } from './report-row'

/** A row of the reports, good or bad, with its number among the rows and its line in the file. */
export type ReadRow = { row: number; line: number } & ({ report: ReportRow } | { flaw: Flaw; id: string })

/** All that is known about the reports before the first of them is imported. */
export type Survey = {
  fingerprint: string
  rows: number
  good: number
  flaws: Map<Flaw, number>
  types: SourceType[]
  duplicates: number
  /** Rows without a point of their own: marked so, empty, or with an address only. */
  unplaced: number
  byAddress: number
  inAnalysis: number
  areasKnown: number
  /** Around nearly all reports: what a town without areas reaches to. */
  extent: Bounds | null
  firstAt: Date | null
  lastAt: Date | null
  /** Mapped columns that the file does not have. */
  columnsMissing: string[]
}

// How far outside the town a coordinate may lie before it is taken for a slip: about five kilometres.
const outsideDegrees = 0.05

type Watch = { onRows?: (rows: number) => void; onReject?: (line: number, id: string, flaw: Flaw) => void }

/** Reads every report once: what is in the file, and what cannot be imported. Throws BadCity when the file is of no use at all. */
export async function surveyReports(
  open: OpenCity,
  areas: readonly TownArea[],
  { onRows = () => {}, onReject = () => {} }: Watch = {},
): Promise<Survey> {
  const columnsMissing = await missingColumns(open)
  const fingerprint = await fingerprintOf(open.reports)
  const extent = boundsOfAreas(areas) ?? (await extentOf(open))
  const areaKeys = new Set(areas.flatMap(({ key, name }) => [key, name.toLowerCase()]))
  const types = new Map<string, SourceType>()
  const counts = { rows: 0, good: 0, duplicates: 0, unplaced: 0, byAddress: 0, inAnalysis: 0, areasKnown: 0 }
  const flaws = new Map<Flaw, number>()
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for await (const portion of readReports(open, extent)) {
    for (const read of portion) {
      counts.rows++
      if ('flaw' in read) {
        flaws.set(read.flaw, (flaws.get(read.flaw) ?? 0) + 1)
        onReject(read.line, read.id, read.flaw)
        continue
      }
      const { category, group, department, createdAt, lat, address, area, isDuplicate, isInAnalysis } = read.report
      counts.good++
      if (isDuplicate) counts.duplicates++
      if (lat === null) counts.unplaced++
      if (address) counts.byAddress++
      if (isInAnalysis) counts.inAnalysis++
      if (areaKeys.has(area.toLowerCase())) counts.areasKnown++
      if (!types.has(category)) types.set(category, { category, group, department })
      first = Math.min(first, createdAt.getTime())
      last = Math.max(last, createdAt.getTime())
    }
    onRows(counts.rows)
  }
  if (counts.rows === 0) throw new BadCity(`${path.basename(open.reports)} has no rows.`)
  const date = (ms: number) => (Number.isFinite(ms) ? new Date(ms) : null)
  return {
    ...counts,
    fingerprint,
    flaws,
    types: [...types.values()],
    extent,
    firstAt: date(first),
    lastAt: date(last),
    columnsMissing,
  }
}

/**
 * The reports in order, in portions. The same file always gives the same rows with the same numbers, so an import can go on
 * where it stopped.
 */
export async function* readReports(open: OpenCity, extent: Bounds | null): AsyncGenerator<ReadRow[]> {
  const readRow = reportReader(open.city)
  const { id: idColumn } = open.city.reports.columns
  const seen = new Set<string>()
  let number = 0
  for await (const portion of csvRows(open.reports)) {
    yield portion.map((csv): ReadRow => {
      const place = { row: ++number, line: csv.line }
      if ('flaw' in csv) return { ...place, flaw: csv.flaw as Flaw, id: '' }
      const read = readRow(csv.row)
      const id = csv.row[idColumn] ?? ''
      if ('flaw' in read) return { ...place, flaw: read.flaw, id }
      if (seen.has(read.id)) return { ...place, flaw: 'id-twice', id }
      if (
        extent &&
        read.lat !== null &&
        read.lng !== null &&
        !isInBounds(extent, { lat: read.lat, lng: read.lng }, outsideDegrees)
      )
        return { ...place, flaw: 'outside-town', id }
      seen.add(read.id)
      return { ...place, report: read }
    })
  }
}

/** Throws BadCity when a column is missing that nothing can do without; returns the others that are missing. */
export async function missingColumns(open: OpenCity): Promise<string[]> {
  const header = await columnsOf(open.reports)
  const { columns } = open.city.reports
  const lacking = Object.entries(columns).filter(([, name]) => name !== undefined && !header.includes(name))
  const needed = lacking.filter(([meaning]) => ['id', 'category', 'createdAt'].includes(meaning))
  if (needed.length > 0) {
    const words = needed.map(([meaning, name]) => `"${name}" (${meaning})`).join(', ')
    throw new BadCity(`${path.basename(open.reports)} has no column ${words}. Its columns are: ${header.join(', ')}.`)
  }
  return lacking.map(([meaning, name]) => `${name} (${meaning})`)
}

// Without areas the reports themselves tell where the town lies. The outermost hundredth is left out of the reckoning, so
// that one slip of the pen does not stretch the town over an ocean.
async function extentOf(open: OpenCity): Promise<Bounds | null> {
  const [lats, lngs]: [number[], number[]] = [[], []]
  for await (const portion of readReports(open, null)) {
    for (const read of portion) {
      if (!('report' in read) || read.report.lat === null || read.report.lng === null) continue
      lats.push(read.report.lat)
      lngs.push(read.report.lng)
    }
  }
  if (lats.length === 0) return null
  const [south, north] = middleOf(lats)
  const [west, east] = middleOf(lngs)
  return [west, south, east, north]
}

function middleOf(numbers: number[]): [number, number] {
  const sorted = numbers.sort((one, other) => one - other)
  const cut = Math.floor(sorted.length / 100)
  const [low = 0, high = 0] = [sorted[cut], sorted[sorted.length - 1 - cut]]
  const margin = Math.max(0.01, (high - low) * 0.15)
  return [low - margin, high + margin]
}
