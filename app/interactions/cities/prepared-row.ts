import { z } from 'zod'
import type { Placed } from './placing'
import type { ReportRow } from './report-row'

/** A report as a batch carries it: read, placed, and with our own words for category and status. */
export type PreparedRow = Omit<Placed, 'placedBy'> & {
  id: string
  category: string
  createdAt: string
  dueAt: string | null
  closedAt: string | null
  status: ReportRow['status']
  outcome: string | null
  channel: string
  language: string
  isInAnalysis: boolean
  hasTimeConflict: boolean
  origin: Record<string, string>
}

// Rows are ours, read and checked field by field before; here only their form is looked at, thousands at a time.
const row = z.custom<PreparedRow>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    typeof (value as PreparedRow).id === 'string' &&
    typeof (value as PreparedRow).category === 'string' &&
    typeof (value as PreparedRow).createdAt === 'string',
)

/** Rows of one batch; more would not be done within the time that one act may take. */
export const rowsOfBatch = z.array(row).max(10_000)

export const sourceOfBatch = z.object({
  cityKey: z.string().min(1),
  fileName: z.string().min(1).max(120),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  part: z.enum(['town', 'places', 'reports', 'repeats']),
  firstRow: z.number().int().min(1),
  lastRow: z.number().int().min(1),
  /** With this portion the import is whole. */
  isLast: z.boolean().default(false),
})
export type SourceOfBatch = z.output<typeof sourceOfBatch>

/** Makes a report ready for a batch. */
export function prepared(report: ReportRow, placed: Placed, categoryKey: string): PreparedRow {
  // Field by field and without spreading: this is done for each of a hundred thousand rows.
  const { origin } = report
  if (placed.placedBy) origin.placedBy = placed.placedBy
  return {
    lat: placed.lat,
    lng: placed.lng,
    quadkey: placed.quadkey,
    areaKey: placed.areaKey,
    place: placed.place,
    id: report.id,
    category: categoryKey,
    createdAt: report.createdAt.toISOString(),
    dueAt: report.dueAt?.toISOString() ?? null,
    closedAt: report.closedAt?.toISOString() ?? null,
    status: report.status,
    outcome: report.outcome || null,
    channel: report.channel,
    language: report.language,
    isInAnalysis: report.isInAnalysis,
    hasTimeConflict: report.hasTimeConflict,
    origin,
  }
}
