import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { BadCity, categoriesOf, type OpenCity, openCity } from '~/interactions/cities/city-files.server'
import { whatCannotBeAnalysed, whatIsRejected, whatIsThere } from '~/interactions/cities/city-report'
import { cityIn, type Imported, importCity, shippedCities } from '~/interactions/cities/import-city.server'
import type { Progress } from '~/interactions/cities/progress'
import { townAreas } from '~/interactions/cities/read-areas.server'
import { gazetteerOf } from '~/interactions/cities/read-gazetteer.server'
import { showLoaded } from '~/interactions/cities/show-loaded.server'
import { surveyReports } from '~/interactions/cities/survey-city.server'
import { refreshStatistics } from '~/platform/refresh-statistics.server'
import { theSystem } from '~/safeguards/door/actor.server'
import { enterAs } from '~/safeguards/door.server'
import { type OpenTown, openTown } from './open-town.server'
import { progressBar } from './progress-bar'

const usage = [
  'npm run city -- import DIR   brings the city in this folder in; a second time adds nothing',
  'npm run city -- check DIR    says what is in the folder, and what could not be analysed, and changes nothing',
  'npm run city -- list         the cities that come with the platform, and the one that is loaded',
]

/** `npm run city`: a real city, from a folder of files. */
export async function city([what, directory]: string[]) {
  const say = (line: string) => console.log(line)
  try {
    if (what === 'list') return await list(say)
    if ((what !== 'import' && what !== 'check') || !directory) throw new Error(usage.join('\n'))
    const open = await openCity(path.resolve(directory))
    if (what === 'check') return await check(open, say)
    const town = await openTown(say)
    try {
      await load(town, open, say)
    } finally {
      await town.close()
    }
  } catch (error) {
    // Said in sentences, without the place in our code where it was found.
    throw error instanceof BadCity ? new Error(error.message) : error
  }
}

/** The city of the demo. */
export const demoCity = 'boston'

/** Loads the city of the demo into a database that has none yet. True when it did. */
export async function loadCityIfEmpty(
  town: Pick<OpenTown, 'env' | 'databaseUrl'>,
  say: (line: string) => void,
): Promise<boolean> {
  const loaded = await loadedNow()
  const open = await openCity(path.join(shippedCities, demoCity))
  // A first start that was cut off left a town with a part of its reports: it is finished now. Another city is left alone.
  if (loaded && (loaded.key !== open.city.key || loaded.isWhole)) return false
  say(`Loading ${open.city.name}: the demo city, with a year of real reports.`)
  await load(town, open, say)
  return true
}

async function load(
  { env, databaseUrl }: Pick<OpenTown, 'env' | 'databaseUrl'>,
  open: OpenCity,
  say: (line: string) => void,
) {
  const begun = performance.now()
  const bar = progressBar(process.stdout)
  const onProgress: Progress = (part, done, all) => bar.show(words[part], done, all)
  const imported = await importCity(open, { rejectsDir: path.join(env.dataDir, 'imports'), onProgress }).finally(
    bar.end,
  )
  if (!imported.isKnown)
    await refreshStatistics(databaseUrl, ['issue', 'report', 'gazetteer_place', 'category', 'area'])
  for (const line of summary(open, imported, (performance.now() - begun) / 1000)) say(line)
}

const words: Record<Parameters<Progress>[0], string> = {
  survey: 'Reading reports',
  town: 'Setting up the town',
  places: 'Loading places',
  reports: 'Importing reports',
  repeats: 'Joining repeats',
}

function summary(open: OpenCity, imported: Imported, seconds: number): string[] {
  const { survey, reports, issues, joined, apart, places, rejected, rejectsPath, isKnown, known } = imported
  const n = (count: number) => count.toLocaleString('en')
  const speed = reports > 0 ? ` (${n(Math.round(reports / seconds))} rows a second)` : ''
  return [
    ...whatIsRejected(survey.flaws, survey.rows),
    ...(rejectsPath ? [`The ${n(rejected)} rejected rows stand in ${rejectsPath}.`] : []),
    ...whatCannotBeAnalysed(open, survey, known),
    ...(isKnown
      ? [`Nothing to add: all ${n(survey.good)} reports of ${open.city.name} are here already.`]
      : [
          `Added ${n(reports)} reports and ${n(issues)} issues${places > 0 ? `, and ${n(places)} places to search` : ''} in ${seconds.toFixed(1)} s${speed}.`,
          ...(joined + apart > 0
            ? [
                `${n(joined)} repeats joined the issue they repeat; ${n(apart)} stay apart, because their original is not known.`,
              ]
            : []),
        ]),
  ]
}

async function check(open: OpenCity, say: (line: string) => void) {
  const bar = progressBar(process.stdout)
  const areas = await townAreas(open)
  const survey = await surveyReports(open, areas, { onRows: (rows) => bar.show(words.survey, rows, null) }).finally(
    bar.end,
  )
  const known = {
    areas: areas.length,
    areasInAnalysis: areas.filter(({ isInAnalysis }) => isInAnalysis).length,
    places: (await gazetteerOf(open, areas)).length,
    categories: await categoriesOf(open),
  }
  const rejected = survey.rows - survey.good
  const lines = [
    ...whatIsThere(open, survey, known),
    ...whatIsRejected(survey.flaws, survey.rows),
    ...whatCannotBeAnalysed(open, survey, known),
  ]
  for (const line of lines) say(line)
  if (rejected / survey.rows > open.city.reports.maximumRejectedShare)
    throw new BadCity('More rows than city.json allows cannot be imported: an import would be refused.')
  say('This folder can be imported.')
}

async function list(say: (line: string) => void) {
  const town = await openTown(() => {})
  try {
    const loaded = await loadedNow()
    for (const entry of await readdir(shippedCities, { withFileTypes: true }).catch(() => [])) {
      const found = entry.isDirectory() ? await cityIn(path.join(shippedCities, entry.name)) : null
      if (found)
        say(
          `${found.key.padEnd(16)} ${found.name} (prisma/cities/${entry.name})${found.key === loaded?.key ? ', loaded' : ''}`,
        )
    }
    if (loaded)
      say(
        `Loaded: ${loaded.name} with ${loaded.issues.toLocaleString('en')} issues from ${loaded.imported.toLocaleString('en')} imported reports.`,
      )
    else say('No city is loaded.')
  } finally {
    await town.close()
  }
}

async function loadedNow() {
  const outcome = await enterAs(showLoaded, theSystem, {})
  if (!outcome.ok) throw new Error(`The loaded city could not be read: ${outcome.problem.type}`)
  return outcome.value
}
