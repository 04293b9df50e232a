import { expect, test } from 'vitest'
import { cityFolder } from './city-folder'
import { reportReader } from './report-row'

const city = (reports: object = {}) =>
  cityFolder.parse({
    key: 'testdam',
    name: 'Testdam',
    country: 'NL',
    timezone: 'Europe/Amsterdam',
    languages: ['nl'],
    files: { reports: 'reports.csv' },
    reports: {
      columns: {
        id: 'nr',
        category: 'soort',
        createdAt: 'gemeld',
        closedAt: 'klaar',
        status: 'status',
        outcome: 'uitkomst',
        latitude: 'lat',
        longitude: 'lng',
        street: 'straat',
        postcode: 'pc',
        channel: 'kanaal',
      },
      ...reports,
    },
  })
const row = {
  nr: '7',
  soort: 'Lamp',
  gemeld: '2026-03-02T10:00:00Z',
  lat: '52.37',
  lng: '4.9',
  status: 'open',
  kanaal: 'phone',
}
const read = (change: Record<string, string>, reports?: object) => reportReader(city(reports))({ ...row, ...change })

test('a row is read by the columns that city.json names', () => {
  expect(read({})).toMatchObject({
    id: '7',
    category: 'Lamp',
    lat: 52.37,
    lng: 4.9,
    status: 'open',
    channel: 'phone',
    language: 'nl',
    closedAt: null,
    isInAnalysis: true,
    isDuplicate: false,
  })
})

test('a row that misses what nothing can do without is rejected with its reason', () => {
  expect(read({ nr: '' })).toEqual({ flaw: 'id' })
  expect(read({ soort: ' ' })).toEqual({ flaw: 'category' })
  expect(read({ gemeld: '2026-02-30' })).toEqual({ flaw: 'created' })
  expect(read({ status: 'closed' })).toEqual({ flaw: 'closed' })
  for (const lat of ['9000', 'north', '1e9', '91']) expect(read({ lat })).toEqual({ flaw: 'coordinates' })
  expect(read({ lng: '' })).toEqual({ flaw: 'coordinates' })
})

test('nought, nought means unknown, and an unplaced row never gets a point', () => {
  expect(read({ lat: '0', lng: '0' })).toMatchObject({ lat: null, lng: null })
  const unplaced = { unplaced: [{ column: 'pc', in: ['default'] }] }
  expect(read({ pc: 'default' }, unplaced)).toMatchObject({ lat: null, lng: null, address: null })
})

test('street and postcode stand in for coordinates', () => {
  expect(read({ lat: '', lng: '', straat: 'Kerkstraat 12', pc: '1011 AB' })).toMatchObject({
    lat: null,
    address: { street: 'Kerkstraat 12', number: '', postcode: '1011 AB' },
  })
})

test('a closed row is resolved or not by its outcome, and a closing before the opening is marked', () => {
  const outcomes = { notResolved: ['invalid'] }
  const closed = { status: 'Closed', klaar: '2026-03-03T10:00:00Z' }
  expect(read(closed, outcomes)).toMatchObject({ status: 'resolved', hasTimeConflict: false })
  expect(read({ ...closed, uitkomst: 'invalid' }, outcomes)).toMatchObject({ status: 'not-resolved' })
  expect(read({ ...closed, klaar: '2026-03-01T10:00:00Z' })).toMatchObject({ hasTimeConflict: true })
  expect(read({ status: '', klaar: '2026-03-03T10:00:00Z' })).toMatchObject({ status: 'resolved' })
  expect(read({ status: 'wacht' }, { statuses: { wacht: 'in-progress' } })).toMatchObject({ status: 'in-progress' })
})

test('an unknown channel is another system, and names of the city become ours', () => {
  expect(read({ kanaal: 'Twitter' })).toMatchObject({ channel: 'integration' })
  expect(read({ kanaal: 'Twitter' }, { channels: { Twitter: 'social' } })).toMatchObject({ channel: 'social' })
})
