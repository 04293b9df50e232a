import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readReference } from '~/platform/tokens.server'
import { useTown } from '~tests/town'
import { townOf } from '../town/town.server'
import { openCity } from './city-files.server'
import { cityOnDisk, csvOf, type GivenRow, testdamJson } from './city-on-disk.fixture'
import { importCity } from './import-city.server'

const town = useTown()
const rejectsDir = path.join(tmpdir(), `meent-rejects-${process.pid}`)

async function bringIn(files: Record<string, string | Buffer | object>, onProgress: () => void = () => {}) {
  return importCity(await openCity(await cityOnDisk(files)), { rejectsDir, onProgress })
}
const numbered = (prefix: string, rows: readonly GivenRow[]) =>
  rows.map((row, at) => ({ id: `${prefix}-${at + 1}`, ...row }))
const square = (south: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [4.88, south],
      [4.92, south],
      [4.92, south + 0.01],
      [4.88, south + 0.01],
      [4.88, south],
    ],
  ],
})
const area = (key: string, name: string, south: number) => ({
  type: 'Feature',
  properties: { key, name },
  geometry: square(south),
})
/** Areas and a crossing, as most folders have them. */
const ground = {
  'areas.geojson': {
    type: 'FeatureCollection',
    features: [area('north', 'North', 52.37), area('south', 'South', 52.36)],
  },
  'intersections.csv': 'street_a,street_b,locality,area,lat,lng\nKerkstraat,Damweg,Testdam,north,52.3755,4.901\n',
}
const issueOf = async (originId: string) =>
  (await town.db.report.findUniqueOrThrow({ where: { originId }, include: { issue: true } })).issue

test('each row becomes a report of an issue, with area, place in words, cell and a reference that can be typed', async () => {
  const rows = numbered('plain', [
    {},
    { category: 'Gat', closed_at: '2026-03-04T10:00:00Z', status: 'closed', outcome: 'invalid' },
  ])
  const imported = await bringIn({ 'reports.csv': csvOf(rows), ...ground })
  expect(imported).toMatchObject({ reports: 2, issues: 2, joined: 0, rejected: 0, isKnown: false })
  const open = await issueOf('plain-1')
  expect(open).toMatchObject({
    categoryKey: 'lamp',
    status: 'open',
    isImported: true,
    reportCount: 1,
    lat: 52.3755,
    areaKey: 'north',
  })
  expect(open.place).toBe('Kerkstraat at Damweg')
  expect(open.quadkey).not.toBeNull()
  expect(readReference('TDM', open.ref)).toBe(open.ref)
  expect(await issueOf('plain-2')).toMatchObject({
    categoryKey: 'gat',
    status: 'not-resolved',
    originOutcome: 'invalid',
  })
  expect((await issueOf('plain-2')).closedAt?.toISOString()).toBe('2026-03-04T10:00:00.000Z')
})

test('the same files a second time add nothing, not even an entry', async () => {
  const files = { 'reports.csv': csvOf(numbered('twice', [{}, {}, { outcome: 'duplicate' }])) }
  const first = await bringIn(files)
  expect(first).toMatchObject({ reports: 3, isKnown: false })
  const before = await town.db.entry.count({ where: { kind: 'city.import-batch' } })
  expect(await bringIn(files)).toMatchObject({ reports: 0, issues: 0, isKnown: true })
  expect(await town.db.entry.count({ where: { kind: 'city.import-batch' } })).toBe(before)
})

test('a newer export adds what is new and leaves alone what is here', async () => {
  const rows = numbered('grow', [{}])
  await bringIn({ 'reports.csv': csvOf(rows) })
  const before = await issueOf('grow-1')
  const more = await bringIn({ 'reports.csv': csvOf([...rows, ...numbered('grown', [{}])]) })
  expect(more).toMatchObject({ reports: 1, issues: 1 })
  expect(await issueOf('grow-1')).toEqual(before)
})

test('a repeat joins the issue it repeats: of its kind, near, and open at that moment', async () => {
  const opened = { created_at: '2026-03-02T10:00:00Z' }
  const repeat = {
    outcome: 'duplicate',
    created_at: '2026-03-05T10:00:00Z',
    status: 'closed',
    closed_at: '2026-03-05T11:00:00Z',
  }
  const rows = numbered('repeat', [
    // Repeats first: their original may stand anywhere in the file.
    { ...repeat, lat: '52.3652', category: 'Repeated' },
    { ...repeat, lat: '52.3700', category: 'Repeated' },
    { ...repeat, lat: '52.3652', category: 'Other' },
    { ...repeat, lat: '52.3752', category: 'Repeated' },
    { ...repeat, lat: '', lng: '', category: 'Repeated' },
    { ...opened, lat: '52.3650', category: 'Repeated' },
    { ...opened, lat: '52.3750', category: 'Repeated', status: 'closed', closed_at: '2026-03-04T10:00:00Z' },
  ])
  const imported = await bringIn({ 'reports.csv': csvOf(rows) })
  expect(imported).toMatchObject({ reports: 7, issues: 6, joined: 1, apart: 4 })
  const original = await issueOf('repeat-6')
  expect(original).toMatchObject({ reportCount: 2, hasUnknownOriginal: false, status: 'open' })
  expect((await issueOf('repeat-1')).id).toBe(original.id)
  expect(await town.db.report.findUnique({ where: { originId: 'repeat-1' } })).toMatchObject({ isMeToo: true })
  // Too far, of another kind, after it was closed, and without a place: their original is not known.
  for (const id of ['repeat-2', 'repeat-3', 'repeat-4', 'repeat-5'])
    expect(await issueOf(id)).toMatchObject({ hasUnknownOriginal: true, reportCount: 1 })
})

test('a row that the city could not place never gets a pin', async () => {
  await bringIn({ 'reports.csv': csvOf(numbered('unplaced', [{ quality: 'default' }, { lat: '', lng: '' }])) })
  for (const id of ['unplaced-1', 'unplaced-2'])
    expect(await issueOf(id)).toMatchObject({ lat: null, lng: null, quadkey: null, areaKey: null, place: '' })
})

test('an import that is cut off goes on where it stopped, and nothing comes in twice', async () => {
  const files = {
    'reports.csv': csvOf(
      numbered(
        'cut',
        Array.from({ length: 7000 }, () => ({})),
      ),
    ),
  }
  const directory = await cityOnDisk(files)
  let portions = 0
  const cutOff = importCity(await openCity(directory), {
    rejectsDir,
    onProgress: (part) => {
      if (part === 'reports' && ++portions === 1) throw new Error('the lights went out')
    },
  })
  await expect(cutOff).rejects.toThrow('the lights went out')
  const half = await town.db.report.count({ where: { originId: { startsWith: 'cut-' } } })
  expect(half).toBeGreaterThan(0)
  expect(half).toBeLessThan(7000)
  const rest = await importCity(await openCity(directory), { rejectsDir, onProgress: () => {} })
  expect(rest.reports).toBe(7000 - half)
  expect(await town.db.report.count({ where: { originId: { startsWith: 'cut-' } } })).toBe(7000)
  expect(await town.db.issue.count({ where: { originId: { startsWith: 'cut-' } } })).toBe(7000)
})

test('when the record of a portion cannot be written, nothing of the portion is there', async () => {
  const files = { 'reports.csv': csvOf(numbered('broken', [{}, {}])) }
  const directory = await cityOnDisk(files)
  await town.breakRecords('entry')
  await expect(importCity(await openCity(directory), { rejectsDir, onProgress: () => {} })).rejects.toThrow()
  await town.mendRecords()
  expect(await town.db.report.count({ where: { originId: { startsWith: 'broken-' } } })).toBe(0)
  expect(await importCity(await openCity(directory), { rejectsDir, onProgress: () => {} })).toMatchObject({
    reports: 2,
  })
})

test('rows that cannot be read stand in a file with line and reason, and too many of them stop everything', async () => {
  const rows = numbered('bad', [
    {},
    { created_at: 'yesterday' },
    { category: '=HYPERLINK("x")', created_at: 'never' },
    {},
  ])
  const imported = await bringIn({ 'reports.csv': csvOf(rows) })
  expect(imported).toMatchObject({ reports: 2, rejected: 2 })
  const lines = (await readFile(imported.rejectsPath ?? '', 'utf8')).split('\r\n')
  expect(lines[0]).toBe('line,id,reason')
  expect(lines[1]).toBe('3,"bad-2","no date of creation, or one that does not exist"')
  const strict = { ...testdamJson, reports: { ...testdamJson.reports, maximumRejectedShare: 0.01 } }
  const before = await town.db.entry.count()
  await expect(
    bringIn({ 'city.json': strict, 'reports.csv': csvOf(numbered('worse', [{}, { created_at: 'yesterday' }])) }),
  ).rejects.toThrow('1 of 2 rows (50.0 %) cannot be imported; city.json allows 1.0 %. Nothing was changed.')
  expect(await town.db.entry.count()).toBe(before)
})

test('street and postcode are looked up in the gazetteer of the folder', async () => {
  const byAddress = {
    ...testdamJson,
    reports: {
      ...testdamJson.reports,
      columns: { ...testdamJson.reports.columns, latitude: 'none', longitude: 'none', street: 'lat', postcode: 'lng' },
    },
  }
  const imported = await bringIn({
    'city.json': byAddress,
    'reports.csv': csvOf(
      numbered('address', [
        { lat: 'Kerkstr. 12', lng: '1011ab' },
        { lat: 'Nowhere Lane', lng: '9999 ZZ' },
        { lat: 'KERKSTRAAT', lng: '1011 AB' },
      ]),
    ),
    'addresses.csv':
      'number,number_to,street,locality,postcode,area,lat,lng\n12,,Kerkstraat,Testdam,1011 AB,north,52.3751,4.8995\n14,,Kerkstraat,Testdam,1011 AB,north,52.3752,4.8996\n',
  })
  expect(imported).toMatchObject({ reports: 3, places: 2 })
  expect(await issueOf('address-1')).toMatchObject({ lat: 52.3751, lng: 4.8995, place: 'Kerkstraat' })
  expect(await issueOf('address-2')).toMatchObject({ lat: null, place: '' })
  expect((await issueOf('address-3')).lat).toBeCloseTo(52.3751, 3)
})

test('a category that the administrator changed stays, and one that only imports wrote follows the folder', async () => {
  const categories = (name: string) => ({
    groups: { lights: { name: { en: 'Lights' }, pictogram: 'lamp' } },
    categories: [
      { key: 'own', group: 'lights', name: { en: name } },
      { key: 'theirs', group: 'lights', name: { en: name } },
    ],
  })
  await bringIn({ 'reports.csv': csvOf(numbered('names', [{}])), 'categories.json': categories('First') })
  await town.given((tx) =>
    tx.categoryVersion.create({
      data: {
        categoryKey: 'own',
        version: 2,
        content: {},
        changedBy: town.people.administrator.id,
        reason: 'Clearer.',
        changedAt: new Date(),
      },
    }),
  )
  await bringIn({ 'reports.csv': csvOf(numbered('names', [{}])), 'categories.json': categories('Second') })
  const names = await town.db.category.findMany({ where: { key: { in: ['own', 'theirs'] } }, orderBy: { key: 'asc' } })
  expect(names.map(({ name, version }) => [name, version])).toEqual([
    [{ en: 'First' }, 1],
    [{ en: 'Second' }, 2],
  ])
})

test('an area without census figures stays out of analyses instead of counting as nought', async () => {
  const areas = {
    type: 'FeatureCollection',
    features: [area('north', 'North', 52.37), area('south', 'South', 52.36), area('small', 'Small', 52.35)],
  }
  const census = 'key,population,income\nnorth,12000,30000\nsmall,40,\n'
  const withCensus = {
    ...testdamJson,
    census: { minimumPopulation: 500, indicators: [{ column: 'income', label: { en: 'Income' } }] },
  }
  const imported = await bringIn({
    'city.json': withCensus,
    'reports.csv': csvOf(numbered('census', [{}])),
    'areas.geojson': areas,
    'census.csv': census,
  })
  expect(imported.known).toMatchObject({ areas: 3, areasInAnalysis: 1 })
  const found = await town.db.area.findMany({ orderBy: { key: 'asc' } })
  expect(
    found.map(({ key, population, isInAnalysis, indicators }) => [key, population, isInAnalysis, indicators]),
  ).toEqual([
    ['north', 12_000, true, { income: 30_000 }],
    ['small', 40, false, {}],
    ['south', null, false, {}],
  ])
})

test('a database that belongs to one city does not take another', async () => {
  const other = { ...testdamJson, key: 'elsewhere', name: 'Elsewhere' }
  await expect(bringIn({ 'city.json': other, 'reports.csv': csvOf(numbered('other', [{}])) })).rejects.toThrow(
    'This database belongs to testdam',
  )
})

test('reports alone, without places, areas or census, come into an empty database too', async () => {
  await town.given(async (tx) => {
    await tx.town.deleteMany()
  })
  const bare = {
    ...testdamJson,
    refPrefix: undefined,
    reports: { columns: { id: 'id', category: 'category', createdAt: 'created_at' } },
  }
  const imported = await bringIn({ 'city.json': bare, 'reports.csv': csvOf(numbered('bare', [{}, {}])) })
  expect(imported).toMatchObject({ reports: 2, issues: 2, places: 0 })
  expect(await issueOf('bare-1')).toMatchObject({
    lat: null,
    areaKey: null,
    place: '',
    ref: expect.stringMatching(/^TES-/),
  })
  const here = await townOf(town.db)
  expect(here).toMatchObject({ key: 'testdam', bounds: null, outline: null })
})
