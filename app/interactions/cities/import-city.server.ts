import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { theSystem } from '~/safeguards/door/actor.server'
import { enterAs } from '~/safeguards/door.server'
import { joinedOutline } from '../places/joined-outline'
import { answerOf } from './answer-of'
import { type Brought, bringReports } from './bring-reports.server'
import { type CategoriesFile, categoriesFrom } from './categories-file'
import { BadCity, bytesAt, categoriesOf, type OpenCity } from './city-files.server'
import { importPlaces } from './import-places.server'
import { placer } from './placing'
import { type PreparedRow, prepared } from './prepared-row'
import type { Progress } from './progress'
import { boundsOfAreas, type TownArea, townAreas } from './read-areas.server'
import { type GazetteerRow, gazetteerOf } from './read-gazetteer.server'
import { rejectsFile } from './rejects-file.server'
import type { ReportRow } from './report-row'
import { setUpCity } from './set-up-city.server'
import { type Survey, surveyReports } from './survey-city.server'

/** What came of an import. */
export type Imported = Brought & {
  survey: Survey
  places: number
  newCategories: number
  /** Nothing was added: the same files were imported before. */
  isKnown: boolean
  rejected: number
  rejectsPath: string | null
  /** What the folder holds beside reports. */
  known: { areas: number; areasInAnalysis: number; places: number; categories: CategoriesFile | null }
}

const placesAtOnce = 8_000

/**
 * Imports a city, portion by portion, each one recorded act. It may be stopped at any moment and started again: what is in
 * stays in, and nothing comes in twice. Throws BadCity before the first change when too many rows cannot be read.
 */
export async function importCity(
  open: OpenCity,
  { rejectsDir, onProgress }: { rejectsDir: string; onProgress: Progress },
): Promise<Imported> {
  const { city } = open
  const areas = await townAreas(open)
  const rejects = rejectsFile(rejectsDir, city.key)
  const onRows = (rows: number) => onProgress('survey', rows, null)
  const survey = await surveyReports(open, areas, { onRows, onReject: rejects.add })
  const { written, file } = await rejects.close()
  refuseTooManyRejects(open, survey, file)
  const gazetteer = await gazetteerOf(open, areas)
  const town = await setUp(open, areas, survey)
  onProgress('town', 1, 1)
  const places = await loadPlaces(open, gazetteer, onProgress)

  const place = placer(areas, gazetteer, city.languages[0] ?? 'en')
  const ready = (report: ReportRow): PreparedRow => {
    const category = town.keys.get(report.category)
    if (!category) throw new Error('A category was not surveyed.')
    return prepared(report, place(report), category)
  }
  const extent = boundsOfAreas(areas) ?? survey.extent
  const brought = await bringReports(open, { survey, extent, ready, onProgress })
  return {
    survey,
    ...brought,
    places,
    newCategories: town.newCategories,
    isKnown: brought.reports === 0 && places === 0 && town.newCategories === 0,
    rejected: written,
    rejectsPath: file,
    known: {
      areas: areas.length,
      areasInAnalysis: areas.filter(({ isInAnalysis }) => isInAnalysis).length,
      places: gazetteer.length,
      categories: town.file,
    },
  }
}

function refuseTooManyRejects(open: OpenCity, { rows, good }: Survey, file: string | null) {
  const share = (rows - good) / rows
  const most = open.city.reports.maximumRejectedShare
  if (good === 0 || share > most)
    throw new BadCity(
      `${rows - good} of ${rows} rows (${(share * 100).toFixed(1)} %) cannot be imported; city.json allows ${(most * 100).toFixed(1)} %. Nothing was changed. The rows and their reasons stand in ${file}.`,
    )
}

async function setUp(open: OpenCity, areas: readonly TownArea[], survey: Survey) {
  const { city } = open
  const [language = 'en'] = city.languages
  const file = await categoriesOf(open)
  const { rows: categories, keys } = categoriesFrom(survey.types, file, language)
  const content = {
    city,
    bounds: boundsOfAreas(areas) ?? survey.extent,
    outline: joinedOutline(areas.map(({ polygons }) => polygons)),
    census: censusWords(open),
    areas: areas.map(({ polygons, ...area }) => area),
    categories,
    basemap: await basemapOf(open),
  }
  const sha256 = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  const source = { cityKey: city.key, fileName: 'city.json', sha256, part: 'town', firstRow: 1, lastRow: 1 }
  const { newCategories } = answerOf(await enterAs(setUpCity, theSystem, { source, content }))
  return { keys, newCategories, file }
}

// What pages say about the figures: where they come from, and what each of them is.
function censusWords(open: OpenCity): object {
  if (open.fileOf('census') === null) return {}
  const { source, year, minimumPopulation, order, indicators } = open.city.census
  const { observedUntil } = open.city.reports
  return {
    source,
    year: year ?? null,
    minimumPopulation,
    order: order ?? null,
    indicators,
    observedUntil: observedUntil ?? null,
  }
}

async function basemapOf(open: OpenCity) {
  const layers: { name: string; geojson: string }[] = []
  for (const file of open.city.files.basemap) {
    const bytes = await bytesAt(path.join(open.directory, file)).catch(() => null)
    if (!bytes) continue
    layers.push({
      name: path
        .basename(file)
        .replace(/\.(geo)?json(\.gz)?$/, '')
        .toLowerCase(),
      geojson: bytes.toString('utf8'),
    })
  }
  return layers
}

async function loadPlaces(open: OpenCity, gazetteer: readonly GazetteerRow[], onProgress: Progress): Promise<number> {
  const sha256 = createHash('sha256').update(JSON.stringify(gazetteer)).digest('hex')
  let added = 0
  for (let from = 0; from < gazetteer.length; from += placesAtOnce) {
    const places = gazetteer.slice(from, from + placesAtOnce)
    const source = {
      cityKey: open.city.key,
      fileName: 'gazetteer',
      sha256,
      part: 'places',
      firstRow: from + 1,
      lastRow: from + places.length,
    }
    added += answerOf(await enterAs(importPlaces, theSystem, { source, places })).added
    onProgress('places', from + places.length, gazetteer.length)
  }
  return added
}

/** The folders of cities that come with the platform. */
export const shippedCities = path.resolve('prisma/cities')

/** The name of a city in a folder, without opening all of it; null when there is none. */
export async function cityIn(directory: string): Promise<{ key: string; name: string } | null> {
  const text = await readFile(path.join(directory, 'city.json'), 'utf8').catch(() => null)
  if (text === null) return null
  const { key, name } = JSON.parse(text) as { key?: string; name?: string }
  return { key: key ?? path.basename(directory), name: name ?? path.basename(directory) }
}
