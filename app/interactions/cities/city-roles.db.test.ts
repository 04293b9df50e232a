import { expect, test } from 'vitest'
import { enterAs } from '~/safeguards/door.server'
import type { AnyInteraction } from '~/safeguards/interaction.server'
import { useTown } from '~tests/town'
import { importBatch } from './import-batch.server'
import { importPlaces } from './import-places.server'
import { knownBatches } from './known-batches.server'
import { setUpCity } from './set-up-city.server'
import { showLoaded } from './show-loaded.server'

const town = useTown()
const source = {
  cityKey: 'testdam',
  fileName: 'reports.csv',
  sha256: 'a'.repeat(64),
  part: 'reports',
  firstRow: 1,
  lastRow: 1,
}

test('nobody but the platform itself brings a city in, whatever they send', async () => {
  const acts: [AnyInteraction, Record<string, unknown>][] = [
    [importBatch, { source, refPrefix: 'TDM', rejected: 0, rows: [] }],
    [importPlaces, { source: { ...source, part: 'places' }, places: [] }],
    [knownBatches, { cityKey: 'testdam', sha256: 'a' }],
    [setUpCity, { source: { ...source, part: 'town' }, content: {} }],
    [showLoaded, {}],
  ]
  for (const [interaction, raw] of acts) {
    for (const who of ['anybody', 'resident', 'handler', 'oversight', 'administrator'] as const) {
      const outcome = await enterAs(interaction, await town.visit(who), raw)
      expect(outcome.ok, `${interaction.name} by ${who}`).toBe(false)
    }
  }
  expect(await town.db.importBatch.count()).toBe(0)
})

test('a portion leaves one entry that names the file, its fingerprint, its rows and how many there were', async () => {
  const row = {
    id: 'one',
    category: 'pothole',
    createdAt: '2026-03-02T10:00:00Z',
    dueAt: null,
    closedAt: null,
    status: 'open',
    outcome: null,
    channel: 'phone',
    language: 'en',
    isInAnalysis: true,
    hasTimeConflict: false,
    origin: {},
    lat: null,
    lng: null,
    quadkey: null,
    areaKey: null,
    place: '',
  }
  const outcome = await enterAs(importBatch, await town.visit('system'), {
    source,
    refPrefix: 'TDM',
    rejected: 2,
    rows: [row],
  })
  expect(outcome).toMatchObject({ ok: true, value: { reports: 1, issues: 1 } })
  const entry = await town.db.entry.findFirstOrThrow({ where: { kind: 'city.import-batch' } })
  expect(entry).toMatchObject({
    role: 'system',
    purpose: 'imported-history',
    objectRef: 'testdam/reports/1',
    isRefused: false,
  })
  const said = JSON.parse(Buffer.from(entry.entry).toString('utf8')) as { data: { facts: object } }
  expect(said.data.facts).toEqual({
    file: 'reports.csv',
    file_sha256: 'a'.repeat(64),
    part: 'reports',
    first_row: 1,
    last_row: 1,
    reports: 1,
    issues: 1,
    rejected: 2,
    joined: 0,
  })
  const again = await enterAs(importBatch, await town.visit('system'), {
    source,
    refPrefix: 'TDM',
    rejected: 2,
    rows: [row],
  })
  expect(again).toMatchObject({ ok: true, value: { isNew: false, reports: 0 } })
})
