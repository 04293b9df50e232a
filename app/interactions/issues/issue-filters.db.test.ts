import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { useTown } from '~tests/town'
import { type IssueFilters, noFilters, periods, sorts, stateFilters } from './issue-filters.input'
import { issueConditions } from './issue-filters.server'
import { anIssue } from './issues.fixture'
import { searchRows } from './search-rows.server'

const town = useTown()
const now = new Date('2026-11-24T12:00:00Z')
const day = 86_400_000

// Many issues at the same moment and with as many reports, so that only the id tells them apart.
const issues = fc
  .sample(
    fc.record({
      categoryKey: fc.constantFrom('street-light', 'pothole', 'graffiti'),
      areaKey: fc.constantFrom('north', 'south', null),
      status: fc.constantFrom('open', 'in-progress', 'waiting', 'resolved', 'not-resolved'),
      reportCount: fc.integer({ min: 1, max: 4 }),
      reportedAt: fc.integer({ min: 0, max: 60 }).map((ago) => new Date(now.getTime() - ago * 9 * day)),
      dueAt: fc.option(fc.integer({ min: -5, max: 5 }).map((ahead) => new Date(now.getTime() + ahead * day))),
      place: fc.constantFrom('Kerkstraat', 'Café Noirlaan', 'Damweg'),
      lat: fc.integer({ min: 0, max: 20 }).map((n) => 52.36 + n / 1000),
      lng: fc.integer({ min: 0, max: 40 }).map((n) => 4.88 + n / 1000),
      isHidden: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    }),
    { numRuns: 240, seed: 20261124 },
  )
  .map((given, n) => anIssue(n % 12 === 0 ? { ...given, lat: null, lng: null } : given))

beforeAll(async () => {
  await town.given((tx) => tx.issue.createMany({ data: issues }))
})

const filters: fc.Arbitrary<IssueFilters> = fc.record({
  category: fc.subarray(['street-light', 'pothole', 'graffiti', 'gas-smell']),
  state: fc.subarray([...stateFilters], { maxLength: 3 }),
  area: fc.subarray(['north', 'south', 'nowhere']),
  period: fc.constantFrom(...periods),
  from: fc.constantFrom(null, null, '2026-08-01', '2026-10-31'),
  to: fc.constantFrom(null, null, '2026-11-15', '2026-09-06'),
  q: fc.constantFrom('', '', '', 'kerkstraat', 'cafe noir', 'lamp'),
  near: fc.constantFrom(null, null, { lat: 52.37, lng: 4.9, radiusM: 700 }),
  box: fc.constantFrom(null, null, [4.885, 52.362, 4.9, 52.37] as const),
  sort: fc.constantFrom(...sorts),
  after: fc.constant(null),
})

test('the database finds what somebody reading through all issues by hand would find', async () => {
  const seen = { some: 0, none: 0 }
  await fc.assert(
    fc.asyncProperty(filters, async (asked) => {
      const found = await town.db.$queryRaw<{ ref: string }[]>`
        SELECT i.ref FROM issue i WHERE ${issueConditions(asked, now)}`
      const expected = issues.filter((issue) => fits(issue, asked))
      expect(found.map(({ ref }) => ref).sort()).toEqual(expected.map(({ ref }) => ref).sort())
      seen[expected.length > 0 ? 'some' : 'none'] += 1
    }),
    { numRuns: 120 },
  )
  // Had nothing ever matched, the test would have shown nothing.
  expect(seen.some).toBeGreaterThan(20)
})

test.each(sorts)('page by page, %s first, each issue is shown once and in order', async (sort) => {
  for (const asked of [{}, { q: 'kerkstraat' }, { state: ['open'] as const }]) {
    const all: string[] = []
    let after: string | null = null
    for (let page = 0; page < 60; page += 1) {
      const rows = await searchRows(town.db, {
        filters: { ...noFilters, ...asked, state: [...(asked.state ?? [])], sort, after },
        now,
        limit: 7,
        language: 'en',
      })
      all.push(...rows.map(({ ref }) => ref))
      after = rows.at(-1)?.cursor ?? null
      if (rows.length < 7) break
    }
    const wanted = { ...noFilters, ...asked, state: [...(asked.state ?? [])] }
    const expected = issues.filter((issue) => fits(issue, wanted) && (sort !== 'due' || !issue.closedAt))
    expect(all).toEqual([...expected].sort(inOrder[sort]).map(({ ref }) => ref))
  }
})

test('a cursor of another order, or one that somebody made up, begins at the start', async () => {
  const first = await searchRows(town.db, { filters: noFilters, now, limit: 3, language: 'en' })
  for (const after of ['never.123', "1'.or", `4.5.${first[0]?.cursor}`, 'x'.repeat(100)]) {
    const rows = await searchRows(town.db, { filters: { ...noFilters, after }, now, limit: 3, language: 'en' })
    expect(rows.map(({ ref }) => ref)).toEqual(first.map(({ ref }) => ref))
  }
})

test('an issue that comes in while somebody reads on is not shown to them twice, and pushes nothing out', async () => {
  const limit = 10
  const first = await searchRows(town.db, { filters: noFilters, now, limit, language: 'en' })
  const after = first.at(-1)?.cursor ?? null
  const second = await searchRows(town.db, { filters: { ...noFilters, after }, now, limit, language: 'en' })
  const newcomer = anIssue({ reportedAt: new Date(now.getTime() + 1), isHidden: true })
  await town.given((tx) => tx.issue.create({ data: newcomer }))
  const again = await searchRows(town.db, { filters: { ...noFilters, after }, now, limit, language: 'en' })
  expect(again.map(({ ref }) => ref)).toEqual(second.map(({ ref }) => ref))
})

type Issue = (typeof issues)[number]
const dayInTown = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })
const at = (moment: unknown) => (moment ? new Date(moment as Date).getTime() : null)

function fits(issue: Issue, asked: IssueFilters): boolean {
  const { category, area, state, period, from, to, q, near, box } = asked
  const reported = at(issue.reportedAt) ?? 0
  const localDay = dayInTown.format(reported)
  const days = { '7d': 7, '30d': 30, '90d': 90, year: 365, all: Number.POSITIVE_INFINITY }[period]
  const [lat, lng] = [issue.lat ?? null, issue.lng ?? null]
  const metres =
    near && lat !== null && lng !== null
      ? Math.hypot((lat - near.lat) * 111_320, (lng - near.lng) * 111_320 * Math.cos((near.lat * Math.PI) / 180))
      : Number.POSITIVE_INFINITY
  return (
    !issue.isHidden &&
    (category.length === 0 || category.includes(issue.categoryKey)) &&
    (area.length === 0 || area.includes(issue.areaKey ?? '')) &&
    (state.length === 0 || state.some((one) => isIn(issue, one))) &&
    reported >= now.getTime() - days * day &&
    (from === null || localDay >= from) &&
    (to === null || localDay <= to) &&
    (q === '' || hasWords(issue, q)) &&
    (near === null || metres <= near.radiusM) &&
    (box === null || (lat !== null && lng !== null && lng >= box[0] && lat >= box[1] && lng <= box[2] && lat <= box[3]))
  )
}

function isIn(issue: Issue, state: (typeof stateFilters)[number]): boolean {
  const due = at(issue.dueAt)
  const status = issue.status ?? 'open'
  switch (state) {
    case 'open':
      return issue.closedAt === null
    case 'closed':
      return issue.closedAt !== null
    case 'received':
      return status === 'open'
    case 'overdue':
      return (status === 'open' || status === 'in-progress') && due !== null && due <= now.getTime()
    default:
      return status === state
  }
}

const hasWords = ({ place, categoryKey }: Issue, q: string) =>
  ({
    kerkstraat: place === 'Kerkstraat',
    'cafe noir': place === 'Café Noirlaan',
    lamp: categoryKey === 'street-light',
  })[q] ?? false

const byId = (one: Issue, other: Issue) => (one.id < other.id ? -1 : 1)
const oldest = (one: Issue, other: Issue) => (at(one.reportedAt) ?? 0) - (at(other.reportedAt) ?? 0) || byId(one, other)
const due = ({ dueAt }: Issue) => at(dueAt) ?? Number.MAX_SAFE_INTEGER
const inOrder: Record<(typeof sorts)[number], (one: Issue, other: Issue) => number> = {
  oldest,
  newest: (one, other) => oldest(other, one),
  'most-reported': (one, other) => (other.reportCount ?? 0) - (one.reportCount ?? 0) || oldest(other, one),
  due: (one, other) => due(one) - due(other) || byId(one, other),
}
