import { theSystem } from '~/safeguards/door/actor.server'
import { enterAs } from '~/safeguards/door.server'
import type { Bounds } from '../places/polygons'
import { answerOf } from './answer-of'
import type { OpenCity } from './city-files.server'
import { importBatch } from './import-batch.server'
import { knownBatches } from './known-batches.server'
import type { PreparedRow, SourceOfBatch } from './prepared-row'
import type { Progress } from './progress'
import type { ReportRow } from './report-row'
import { prefixOf } from './set-up-city.server'
import { readReports, type Survey } from './survey-city.server'

export type Brought = {
  reports: number
  issues: number
  joined: number
  /** Repeats whose original is not known. */
  apart: number
}

type Part = 'reports' | 'repeats'
type Bringing = {
  survey: Survey
  extent: Bounds | null
  ready: (report: ReportRow) => PreparedRow
  onProgress: Progress
}

const batchRows = 2_500

/**
 * Brings the reports in: first every one that stands on its own, then those that the city marked as repeats, because their
 * original may stand anywhere in the file.
 */
export async function bringReports(open: OpenCity, bringing: Bringing): Promise<Brought> {
  const { survey } = bringing
  const sum: Brought = { reports: 0, issues: 0, joined: 0, apart: 0 }
  const { known, isWhole } = await knownPortions(open, survey)
  if (isWhole) return sum
  await bringPart(open, 'reports', bringing, known, sum)
  if (survey.duplicates > 0) await bringPart(open, 'repeats', bringing, known, sum)
  return sum
}

// While the database takes one portion in, the next one is read; never more than that, so memory stays small.
async function bringPart(open: OpenCity, part: Part, bringing: Bringing, known: ReadonlySet<string>, sum: Brought) {
  const { survey, extent, ready, onProgress } = bringing
  const isFinalPart = part === 'repeats' || survey.duplicates === 0
  const common = { cityKey: open.city.key, fileName: open.city.files.reports, sha256: survey.fingerprint, part }
  let rows: ReportRow[] = []
  let [first, last, rejected] = [1, 0, 0]
  let underWay: Promise<void> = Promise.resolve()

  const bringIn = async (source: SourceOfBatch, batch: PreparedRow[], bad: number) => {
    const raw = { source, refPrefix: prefixOf(open.city), rejected: bad, rows: batch }
    const { reports, issues, joined } = answerOf(await enterAs(importBatch, theSystem, raw))
    sum.reports += reports
    sum.issues += issues
    sum.joined += joined
    if (part === 'repeats') sum.apart += issues
    onProgress(part, source.lastRow, survey.rows)
  }
  const flush = async () => {
    await underWay
    if (last < first) return
    const source: SourceOfBatch = {
      ...common,
      firstRow: first,
      lastRow: last,
      isLast: isFinalPart && last === survey.rows,
    }
    if (known.has(`${part} ${first} ${last}`)) onProgress(part, last, survey.rows)
    else underWay = bringIn(source, rows.map(ready), rejected)
    // Looked at when the next portion is ready; until then nobody else waits for it.
    underWay.catch(() => undefined)
    rows = []
    first = last + 1
    rejected = 0
  }

  try {
    for await (const portion of readReports(open, extent)) {
      for (const read of portion) {
        last = read.row
        if ('flaw' in read && part === 'reports') rejected++
        if ('report' in read && read.report.isDuplicate === (part === 'repeats')) rows.push(read.report)
        if (part === 'reports' ? last - first + 1 >= batchRows : rows.length >= batchRows) await flush()
      }
    }
    await flush()
    await underWay
  } finally {
    await underWay.catch(() => undefined)
  }
}

async function knownPortions({ city }: OpenCity, { fingerprint: sha256 }: Survey) {
  const batches = answerOf(await enterAs(knownBatches, theSystem, { cityKey: city.key, sha256 }))
  const known = new Set(batches.map(({ part, firstRow, lastRow }) => `${part} ${firstRow} ${lastRow}`))
  return { known, isWhole: batches.some(({ isLast }) => isLast) }
}
