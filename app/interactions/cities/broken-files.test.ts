import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openCity } from './city-files.server'
import { cityOnDisk, csvOf, testdamJson } from './city-on-disk.fixture'
import { whatCannotBeAnalysed } from './city-report'
import { allRows } from './csv.server'
import { townAreas } from './read-areas.server'
import { surveyReports } from './survey-city.server'

const survey = async (files: Record<string, string | Buffer | object>) => {
  const open = await openCity(await cityOnDisk(files))
  return surveyReports(open, await townAreas(open))
}
const two = csvOf([{}, {}])

test('a folder without reports, without city.json or with a broken one says what is missing', async () => {
  await expect(openCity('/nowhere')).rejects.toThrow('city.json is missing')
  await expect(openCity(await cityOnDisk({}))).rejects.toThrow('reports.csv is missing')
  await expect(openCity(await cityOnDisk({ 'city.json': '{', 'reports.csv': two }))).rejects.toThrow('is not JSON')
  const bad = { ...testdamJson, timezone: 'Mars/Olympus', languages: [] }
  await expect(openCity(await cityOnDisk({ 'city.json': bad, 'reports.csv': two }))).rejects.toThrow(
    /timezone.*\n.*languages/,
  )
})

test('a file name cannot climb out of the folder', async () => {
  const climbing = { ...testdamJson, files: { reports: '../../etc/passwd' } }
  await expect(openCity(await cityOnDisk({ 'city.json': climbing }))).rejects.toThrow(/missing|not the name/)
})

test('a file whose first line names other columns is refused, and the line is shown', async () => {
  const other = two.replace('id,category', 'nummer,soort')
  await expect(survey({ 'reports.csv': other })).rejects.toThrow(
    'no column "id" (id), "category" (category). Its columns are: nummer',
  )
  await expect(survey({ 'reports.csv': 'id,category,created_at\n' })).rejects.toThrow('has no rows')
  await expect(survey({ 'reports.csv': '' })).rejects.toThrow(/no column|empty/)
})

test('a packed file that was cut off is refused as a whole', async () => {
  const packed = gzipSync(csvOf(Array.from({ length: 3000 }, () => ({}))))
  await expect(
    survey({
      'city.json': { ...testdamJson, files: { reports: 'reports.csv.gz' } },
      'reports.csv.gz': packed.subarray(0, packed.length - 40),
    }),
  ).rejects.toThrow('is cut off')
  await expect(
    survey({
      'city.json': { ...testdamJson, files: { reports: 'reports.csv.gz' } },
      'reports.csv.gz': Buffer.concat([packed.subarray(0, 200), Buffer.from('garbage'.repeat(40))]),
    }),
  ).rejects.toThrow(/cut off|damaged/)
})

test('lines that are no rows are counted and do not take their neighbours along', async () => {
  const lines = csvOf([{}, {}, {}, {}]).split('\n')
  lines.splice(2, 0, 'only,three,fields')
  lines.push(`5,"never closed,Streets,2026-03-02T10:00:00Z`)
  const found = await survey({ 'reports.csv': lines.join('\n') })
  expect(found.good).toBe(4)
  expect(found.flaws.get('columns')).toBe(1)
  expect(found.rows - found.good).toBe(2)
})

test('an identifier that comes twice counts once', async () => {
  const found = await survey({ 'reports.csv': csvOf([{ id: 'a' }, { id: 'a' }, { id: 'b' }]) })
  expect(found).toMatchObject({ rows: 3, good: 2 })
  expect(found.flaws.get('id-twice')).toBe(1)
})

test('coordinates that are numbers but lie elsewhere are rejected, with areas and without', async () => {
  const areas = {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { key: 'north', name: 'North' },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [4.88, 52.37],
              [4.92, 52.37],
              [4.92, 52.38],
              [4.88, 52.38],
              [4.88, 52.37],
            ],
          ],
        },
      },
    ],
  }
  const swapped = { lat: '4.901', lng: '52.3755' }
  const withAreas = await survey({ 'reports.csv': csvOf([{}, swapped]), 'areas.geojson': areas })
  expect(withAreas.flaws.get('outside-town')).toBe(1)
  const many = [
    ...Array.from({ length: 300 }, (_, n) => ({
      lat: String(52.36 + (n % 20) / 1000),
      lng: String(4.88 + (n % 40) / 1000),
    })),
    swapped,
  ]
  const without = await survey({ 'reports.csv': csvOf(many) })
  expect(without.flaws.get('outside-town')).toBe(1)
  expect(without.extent?.[3]).toBeLessThan(52.5)
})

test('semicolons, tabs, a byte order mark and Windows line ends are read like commas', async () => {
  for (const sign of [';', '\t']) {
    const text = `\ufeff${two.replaceAll(',', sign).replaceAll('\n', '\r\n')}`
    expect(await survey({ 'reports.csv': text })).toMatchObject({ rows: 2, good: 2 })
  }
})

test('areas without a key, without a shape or twice are refused by name', async () => {
  const feature = {
    type: 'Feature',
    properties: { key: 'north' },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [4.88, 52.37],
          [4.92, 52.37],
          [4.92, 52.38],
          [4.88, 52.37],
        ],
      ],
    },
  }
  const areas = (...features: object[]) => ({
    'reports.csv': two,
    'areas.geojson': { type: 'FeatureCollection', features },
  })
  await expect(survey(areas({ ...feature, properties: {} }))).rejects.toThrow('feature 1 has no "key"')
  await expect(survey(areas({ ...feature, geometry: null }))).rejects.toThrow('north is no polygon')
  await expect(survey(areas(feature, feature))).rejects.toThrow('north stands there twice')
  await expect(survey(areas())).rejects.toThrow('has no features')
})

test('what a folder does not say cannot be analysed, and the operator hears which', async () => {
  const bare = { ...testdamJson, reports: { columns: { id: 'id', category: 'category', createdAt: 'created_at' } } }
  const open = await openCity(await cityOnDisk({ 'city.json': bare, 'reports.csv': two }))
  const lines = whatCannotBeAnalysed(open, await surveyReports(open, []), {
    areas: 0,
    areasInAnalysis: 0,
    places: 0,
    categories: null,
  })
  expect(lines.map((line) => line.split(':')[0])).toEqual([
    'No report has a place',
    'No areas',
    'No closing times',
    'No terms',
    'No outcomes',
    'No channels',
    'No repeats are marked',
    'No conditions for analyses',
  ])
})

test('rows in the layout of a publisher, with American dates, are read by mapping alone', async () => {
  const { rows } = await allRows('tests/fixtures/publisher-layout.csv')
  expect(rows.length).toBeGreaterThan(50)
  const mapped = {
    ...testdamJson,
    timezone: 'America/New_York',
    reports: {
      columns: {
        id: 'CASE_ENQUIRY_ID',
        category: 'TYPE',
        group: 'REASON',
        department: 'SUBJECT',
        createdAt: 'OPEN_DT',
        dueAt: 'TARGET_DT',
        closedAt: 'CLOSED_DT',
        status: 'CASE_STATUS',
        channel: 'Source',
        latitude: 'LATITUDE',
        longitude: 'LONGITUDE',
      },
      dates: 'month-first',
    },
  }
  const found = await survey({
    'city.json': mapped,
    'reports.csv': await readFile('tests/fixtures/publisher-layout.csv', 'utf8'),
  })
  expect(found.good).toBe(rows.length)
  expect(found.firstAt?.toISOString().slice(0, 4)).toBe('2015')
})
