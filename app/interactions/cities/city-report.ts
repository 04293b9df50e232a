import type { CategoriesFile } from './categories-file'
import type { OpenCity } from './city-files.server'
import { type Flaw, flaws } from './report-row'
import type { Survey } from './survey-city.server'

const n = (count: number) => count.toLocaleString('en')
const share = (part: number, whole: number) => `${((part / Math.max(1, whole)) * 100).toFixed(1)} %`
const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? 'unknown'

type Known = { areas: number; areasInAnalysis: number; places: number; categories: CategoriesFile | null }

/** What a city folder holds, in sentences for its operator. */
export function whatIsThere({ city, missing }: OpenCity, survey: Survey, known: Known): string[] {
  const named = known.categories?.categories.flatMap(({ from }) => from) ?? []
  const unnamed = survey.types.filter(({ category }) => !named.includes(category)).length
  return [
    `${city.name}: ${n(survey.rows)} reports from ${day(survey.firstAt)} to ${day(survey.lastAt)} in ${city.files.reports}.`,
    ...(survey.duplicates > 0 ? [`${n(survey.duplicates)} of them are marked as repeats of another.`] : []),
    `${n(known.areas)} areas, ${n(known.areasInAnalysis)} of them in analyses; ${n(known.places)} places in the gazetteer; ${n(survey.types.length)} types of report${known.categories && unnamed > 0 ? `, ${n(unnamed)} of them without everyday names` : ''}.`,
    ...missing.map((file) => `city.json names ${file}, but it is not there.`),
    ...survey.columnsMissing.map(
      (column) => `city.json names the column ${column}, but ${city.files.reports} does not have it.`,
    ),
  ]
}

/** Which rows cannot be imported, and why. */
export function whatIsRejected(counts: ReadonlyMap<Flaw, number>, rows: number): string[] {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (all === 0) return []
  return [
    `${n(all)} rows (${share(all, rows)}) cannot be imported:`,
    ...[...counts].sort((one, other) => other[1] - one[1]).map(([flaw, count]) => `  ${n(count)} × ${flaws[flaw]}`),
  ]
}

/** What cannot be analysed or shown, because the folder does not say it. Silence here would look like an answer of nought. */
export function whatCannotBeAnalysed(
  { city, fileOf }: OpenCity,
  survey: Survey,
  { areas, areasInAnalysis, places }: Known,
): string[] {
  const { columns, duplicates, analyse } = city.reports
  const lacks = (column: string | undefined) =>
    column === undefined || survey.columnsMissing.some((one) => one.startsWith(`${column} (`))
  const placed = survey.good - survey.unplaced + (places > 0 ? survey.byAddress : 0)
  const lines = [
    placed === 0 && 'No report has a place: no map, no pins, no "near here", no comparison between areas.',
    placed > 0 &&
      survey.unplaced > 0 &&
      `${n(survey.unplaced)} reports (${share(survey.unplaced, survey.good)}) have no known place of their own: no pin for them, and in no area${survey.byAddress > 0 && places > 0 ? ' unless their address is in the gazetteer' : ''}.`,
    survey.byAddress > 0 &&
      places === 0 &&
      `${n(survey.byAddress)} reports have an address instead of coordinates, and there is no gazetteer to find them by.`,
    areas === 0 && 'No areas: no participation or treatment by neighbourhood.',
    areas > 0 && fileOf('census') === null && 'No census: no rates per resident, no link with income, age or origin.',
    areas > 0 &&
      fileOf('census') !== null &&
      areasInAnalysis === 0 &&
      'No area meets the conditions of the census: no rates per resident.',
    areas > 0 &&
      fileOf('census') !== null &&
      city.census.indicators.length === 0 &&
      'No indicators in the census: no gradients by income, age or origin.',
    lacks(columns.closedAt) && 'No closing times: nothing about how long an answer takes.',
    lacks(columns.dueAt) && 'No terms: nothing about answers in time.',
    lacks(columns.outcome) && 'No outcomes: every closed report counts as resolved.',
    lacks(columns.channel) && 'No channels: nothing about phone, app and desk.',
    (duplicates.length === 0 || survey.duplicates === 0) &&
      'No repeats are marked: the reporting rate cannot be told apart from the number of problems.',
    analyse.length === 0 && 'No conditions for analyses: reports by staff count like those of residents.',
    survey.inAnalysis === 0 && 'No report meets the conditions for analyses.',
  ]
  return lines.filter((line): line is string => typeof line === 'string')
}
