import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ClusterAnswer } from '~/map/cluster-answer'
import { clusterLevels, mostPinsOf } from '~/map/cluster-answer'
import { type Tile, tileAt, tileOf } from '~/map/quadkey'
import { enterAs } from '~/safeguards/door.server'
import { useTown } from '~tests/town'
import { stateOf } from '../issues/issue.input'
import { filtersToParams, type IssueFilters, noFilters, periods, stateFilters } from '../issues/issue-filters.input'
import { anIssue } from '../issues/issues.fixture'
import { clustersIn } from './clusters.server'
import { cellsIn } from './issue-cells.server'
import { showClusters } from './show-clusters.server'

const town = useTown()
const now = new Date('2026-11-24T12:00:00Z')
const day = 86_400_000

// Crowded around the middle, with some at exactly one place, so that there are bubbles as well as signs.
const issues = fc
  .sample(
    fc.record({
      categoryKey: fc.constantFrom('street-light', 'pothole', 'graffiti'),
      areaKey: fc.constantFrom('north', 'south', null),
      status: fc.constantFrom('open', 'in-progress', 'waiting', 'resolved', 'not-resolved'),
      reportedAt: fc.integer({ min: 0, max: 500 }).map((ago) => new Date(now.getTime() - ago * day)),
      dueAt: fc.option(fc.integer({ min: -5, max: 5 }).map((ahead) => new Date(now.getTime() + ahead * day))),
      lat: fc.oneof(fc.constant(52.3712), fc.double({ min: 52.36, max: 52.38, noNaN: true })),
      lng: fc.oneof(fc.constant(4.9012), fc.double({ min: 4.88, max: 4.92, noNaN: true })),
      isHidden: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    }),
    { numRuns: 700, seed: 20261124 },
  )
  .map((given, n) => anIssue(n % 20 === 0 ? { ...given, lat: null, lng: null } : given))

const refresh = async (at = now) => {
  let isBehind = true
  while (isBehind) {
    const [row] = await town.db.$queryRaw<{ is_behind: boolean }[]>`SELECT * FROM refresh_issue_cells(${at})`
    isBehind = row?.is_behind ?? true
  }
}

beforeAll(async () => {
  await town.given((tx) => tx.issue.createMany({ data: issues }))
  await refresh()
})

const tiles = fc
  .record({
    lat: fc.double({ min: 52.361, max: 52.379, noNaN: true }),
    lng: fc.double({ min: 4.881, max: 4.919, noNaN: true }),
    z: fc.integer({ min: clusterLevels.least, max: clusterLevels.most }),
  })
  .map(({ z, ...place }) => tileAt(place, z))

const filters: fc.Arbitrary<IssueFilters> = fc.record({
  category: fc.subarray(['street-light', 'pothole', 'graffiti']),
  state: fc.subarray([...stateFilters], { maxLength: 3 }),
  area: fc.subarray(['north', 'south'], { maxLength: 1 }),
  period: fc.constantFrom(...periods),
  from: fc.constantFrom(null, null, null, '2026-08-01'),
  to: fc.constant(null),
  q: fc.constantFrom('', '', '', 'kerkstraat'),
  near: fc.constantFrom(null, null, { lat: 52.37, lng: 4.9, radiusM: 700 }),
  box: fc.constant(null),
  sort: fc.constant('newest' as const),
  after: fc.constant(null),
})

const fitting = (tile: Tile, { category, state, area, period, from, q, near }: IssueFilters) =>
  issues.filter((issue) => {
    if (issue.quadkey === null || issue.lat === null || issue.lng === null || issue.isHidden) return false
    const { x, y } = tileOf(issue.quadkey, tile.z)
    if (x !== tile.x || y !== tile.y) return false
    if (category.length > 0 && !category.includes(issue.categoryKey)) return false
    if (area.length > 0 && !area.includes(issue.areaKey ?? '')) return false
    const days = { '7d': 7, '30d': 30, '90d': 90, year: 365, all: 9_999 }[period]
    if (issue.reportedAt.getTime() < now.getTime() - days * day) return false
    if (from !== null && issue.reportedAt < new Date('2026-07-31T22:00:00Z')) return false
    if (q !== '' && issue.place !== 'Kerkstraat') return false
    if (near) {
      const [north, east] = [
        (issue.lat - near.lat) * 111_320,
        (issue.lng - near.lng) * 111_320 * Math.cos((near.lat * Math.PI) / 180),
      ]
      if (Math.hypot(north, east) > near.radiusM) return false
    }
    const isClosed = issue.status === 'resolved' || issue.status === 'not-resolved'
    const says = {
      open: !isClosed,
      closed: isClosed,
      received: issue.status === 'open',
      overdue: stateOf(issue, now) === 'overdue',
      'in-progress': issue.status === 'in-progress',
      waiting: issue.status === 'waiting',
      resolved: issue.status === 'resolved',
      'not-resolved': issue.status === 'not-resolved',
    }
    return state.length === 0 || state.some((one) => says[one])
  })

const statesOf = (found: typeof issues) => {
  const states: Record<string, number> = {}
  for (const issue of found) {
    const state = stateOf(issue, now)
    states[state] = (states[state] ?? 0) + 1
  }
  return states
}

const sumOf = (answer: ClusterAnswer) => {
  const states: Record<string, number> = {}
  for (const { state } of answer.pins) states[state] = (states[state] ?? 0) + 1
  for (const cluster of answer.clusters)
    for (const [state, n] of Object.entries(cluster.states)) states[state] = (states[state] ?? 0) + n
  return states
}

describe('what a square of the map tells', () => {
  test('is what somebody counting all issues by hand would find, whatever the filters and the zoom', async () => {
    const seen = { clusters: 0, pins: 0 }
    await fc.assert(
      fc.asyncProperty(tiles, filters, async (tile, asked) => {
        const answer = await clustersIn(town.db, tile, asked, { now, language: 'en' })
        const expected = fitting(tile, asked)
        expect(answer.total).toBe(expected.length)
        expect(sumOf(answer)).toEqual(statesOf(expected))
        const refs = new Set(expected.map(({ ref }) => ref))
        for (const pin of answer.pins) expect(refs.has(pin.ref)).toBe(true)
        for (const { n } of answer.clusters) expect(n).toBeGreaterThan(1)
        seen.clusters += answer.clusters.length
        seen.pins += answer.pins.length
      }),
      { numRuns: 250 },
    )
    expect(seen.clusters).toBeGreaterThan(50)
    expect(seen.pins).toBeGreaterThan(50)
  })

  test('a bubble stands in the middle of its issues', async () => {
    const tile = tileAt({ lat: 52.37, lng: 4.9 }, 12)
    const { clusters } = await clustersIn(town.db, tile, noFilters, { now, language: 'en' })
    const [largest] = [...clusters].sort((one, other) => other.n - one.n)
    const cells = await cellsIn(town.db, tile, noFilters, now, 'en')
    expect(cells.reduce((sum, { n }) => sum + n, 0)).toBe(fitting(tile, noFilters).length)
    expect(largest && Math.abs(largest.lat - 52.3712)).toBeLessThan(0.01)
  })

  test('close by each issue has its sign, its title in the language of the reader and its state', async () => {
    const tile = tileAt({ lat: 52.3725, lng: 4.89 }, 16)
    const { pins } = await clustersIn(town.db, tile, noFilters, { now, language: 'nl' })
    const [expected] = fitting(tile, noFilters)
    const pin = pins.find(({ ref }) => ref === expected?.ref)
    expect(pins.length).toBe(fitting(tile, noFilters).length)
    expect(pin?.title).toContain('Kerkstraat')
    expect(pin?.state).toBe(expected && stateOf(expected, now))
  })

  test('stays small enough for a slow line, also where very many issues lie', async () => {
    for (const z of [10, 13, 14, 15, 16, 17]) {
      const answer = await clustersIn(town.db, tileAt({ lat: 52.3712, lng: 4.9012 }, z), noFilters, {
        now,
        language: 'en',
      })
      expect(gzipSync(JSON.stringify(answer)).length).toBeLessThan(25_000)
      expect(answer.pins.length).toBeLessThanOrEqual(mostPinsOf(z))
    }
  })
})

const answerFor = async (tile: Tile, asked: Partial<IssueFilters> = {}) => {
  const query = Object.fromEntries(filtersToParams(asked))
  const { z, x, y } = tile
  const raw = { ...query, z: String(z), x: String(x), y: String(y) }
  const outcome = await enterAs(showClusters, await town.visit('anybody'), raw)
  if (!outcome.ok) throw outcome.problem
  return JSON.parse(outcome.value.json) as ClusterAnswer
}

describe('when something changes', () => {
  const far = { lat: 52.3601, lng: 4.8801 }
  const tile = tileAt(far, 13)

  test('a new issue, a closed one, a moved one and a hidden one show on the map within two seconds', async () => {
    const before = (await answerFor(tile)).total
    const issue = anIssue({ ...far, areaKey: 'south' })
    await town.given((tx) => tx.issue.create({ data: issue }))
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    expect((await answerFor(tile)).total).toBe(before + 1)
    expect((await answerFor(tile, { state: ['resolved'], category: ['street-light'] })).total).toBe(
      fitting(tile, { ...noFilters, state: ['resolved'], category: ['street-light'] }).length,
    )

    const closed = { status: 'resolved', closedAt: now }
    await town.given((tx) => tx.issue.update({ where: { id: issue.id }, data: closed }))
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    const resolved = await answerFor(tile, { state: ['resolved'], category: ['street-light'] })
    expect(resolved.total).toBe(
      fitting(tile, { ...noFilters, state: ['resolved'], category: ['street-light'] }).length + 1,
    )

    await town.given((tx) => tx.issue.update({ where: { id: issue.id }, data: { categoryKey: 'pothole' } }))
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    expect((await answerFor(tile, { state: ['resolved'], category: ['street-light'] })).total).toBe(resolved.total - 1)

    await town.given((tx) => tx.issue.update({ where: { id: issue.id }, data: { isHidden: true } }))
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    expect((await answerFor(tile)).total).toBe(before)
  })

  test('an issue becomes overdue and grows older without anybody touching it', async () => {
    const due = anIssue({
      ...far,
      dueAt: new Date(now.getTime() + 10 * day),
      reportedAt: new Date(now.getTime() - day),
    })
    await town.given((tx) => tx.issue.create({ data: due }))
    await refresh()
    const overdue = async (at: Date) =>
      (await clustersIn(town.db, tile, { ...noFilters, state: ['overdue'] }, { now: at, language: 'en' })).total
    const before = await overdue(now)
    const later = new Date(now.getTime() + 11 * day)
    await refresh(later)
    expect(await overdue(later)).toBeGreaterThan(before)
    const week = await clustersIn(town.db, tile, { ...noFilters, period: '7d' }, { now: later, language: 'en' })
    const known = await town.db.issue.count({
      where: { isHidden: false, quadkey: { not: null }, reportedAt: { gte: new Date(later.getTime() - 7 * day) } },
    })
    expect(week.total).toBeLessThanOrEqual(known)
  })

  test('an act that changes nothing on the map leaves nothing to count', async () => {
    await refresh(new Date(now.getTime() + 12 * day))
    const [some] = issues
    await town.given((tx) => tx.issue.update({ where: { id: some?.id ?? '' }, data: { reportCount: 9 } }))
    expect(await town.db.issueCellChange.count()).toBe(0)
  })
})

describe('who asks, and how', () => {
  test.each(['anybody', 'resident', 'handler', 'oversight', 'administrator'] as const)(
    '%s may look at the map',
    async (who) => {
      const raw = { z: '13', x: '4207', y: '2692' }
      expect((await enterAs(showClusters, await town.visit(who), raw)).ok).toBe(true)
    },
  )

  test.each([
    { z: '7', x: '1', y: '1' },
    { z: '19', x: '1', y: '1' },
    { z: '13', x: '9000', y: '1' },
    { z: '13', x: "1' OR 1=1", y: '1' },
    {},
  ])('a square that does not exist is refused: %o', async (raw) => {
    expect((await enterAs(showClusters, await town.visit('anybody'), raw)).ok).toBe(false)
  })

  test('filters that make no sense still answer', async () => {
    const raw = {
      z: '13',
      x: '4207',
      y: '2692',
      state: ['sideways', "'; DROP TABLE issue; --"],
      category: '../../etc',
      q: '%_\\',
    }
    expect((await enterAs(showClusters, await town.visit('anybody'), raw)).ok).toBe(true)
  })
})
