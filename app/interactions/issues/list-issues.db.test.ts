import { beforeAll, expect, test } from 'vitest'
import { holdClock } from '~/platform/clock.server'
import { enterAs } from '~/safeguards/door.server'
import { useTown } from '~tests/town'
import { feedIssues } from './feed-issues.server'
import { anIssue, aReport } from './issues.fixture'
import { listIssues } from './list-issues.server'
import { listKinds } from './list-kinds.server'
import { readIssue } from './read-issue.server'

const town = useTown()
const lamp = anIssue({ place: 'Café Noirlaan', areaKey: 'south', lat: 52.365, lng: 4.9 })
const pothole = anIssue({ categoryKey: 'pothole', status: 'resolved', place: 'Kerkstraat near Damweg' })
const hidden = anIssue({ categoryKey: 'graffiti', isHidden: true })
const issues = [lamp, pothole, hidden]

beforeAll(async () => {
  await town.given(async (tx) => {
    await tx.issue.createMany({ data: issues })
    await tx.report.createMany({
      data: [aReport(lamp.id, { description: 'It flickers all night beside the bakery' }), aReport(pothole.id)],
    })
  })
})

const everybody = ['anybody', 'resident', 'handler', 'newcomer', 'oversight', 'administrator', 'system'] as const

test.each(everybody)('%s may read lists, kinds, feeds and issues', async (who) => {
  const visit = await town.visit(who)
  const outcomes = await Promise.all([
    enterAs(listIssues, visit, {}),
    enterAs(listKinds, visit, {}),
    enterAs(feedIssues, visit, {}),
    enterAs(readIssue, visit, { ref: lamp.ref }),
  ])
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true])
})

async function found(raw: Record<string, unknown>, language: 'en' | 'nl' | 'es' | 'ar' = 'en') {
  holdClock(new Date('2026-11-24T12:00:00Z'))
  const outcome = await enterAs(listIssues, await town.visit('anybody', { language }), raw)
  if (!outcome.ok) throw outcome.problem
  if (outcome.value.ref !== null) return { went: outcome.value.ref }
  const { rows, total, places } = outcome.value
  return { refs: rows.map(({ ref }) => ref), count: total.count, places: places.map(({ name }) => name) }
}

test('a list shows what is not hidden, and counts what it shows', async () => {
  const all = await found({})
  expect(all.refs?.sort()).toEqual([lamp.ref, pothole.ref].sort())
  expect(all.count).toBe(2)
  expect(await found({ state: 'closed' })).toMatchObject({ refs: [pothole.ref], count: 1 })
  expect(await found({ category: 'graffiti' })).toMatchObject({ refs: [], count: 0 })
})

test.each([
  ['a street without its accent', 'cafe noirlaan', 'en'],
  ['the beginning of a word', 'noirl', 'en'],
  ['an everyday word for the kind of problem', 'lamp', 'en'],
  ['several of a thing', 'street lights', 'en'],
  ['another language of the town', 'straatlampen', 'nl'],
  ['Spanish', 'farolas', 'es'],
  ['Arabic', 'عمود إنارة', 'ar'],
  ['little words between', 'light on the noirlaan', 'en'],
  ['a word that the reporter wrote', 'bakery', 'en'],
  ['the neighbourhood', 'south', 'en'],
] as const)('an issue is found by %s', async (_, q, language) => {
  expect((await found({ q }, language)).refs).toEqual([lamp.ref])
})

test.each(["'", '\\', '&|!():*<>', "lamp' | 'x", '%_', '\u0000', 'a'.repeat(5000), '-- ;', '"lamp'])(
  'a search for %j finds what it can and breaks nothing',
  async (q) => {
    const outcome = await found({ q })
    expect(Array.isArray(outcome.refs)).toBe(true)
  },
)

test('what a reporter wrote is found no longer once it was taken away or moved to another issue', async () => {
  await town.given((tx) => tx.report.updateMany({ where: { issueId: lamp.id }, data: { issueId: pothole.id } }))
  expect((await found({ q: 'bakery' })).refs).toEqual([pothole.ref])
  await town.given((tx) => tx.report.updateMany({ where: { description: { not: '' } }, data: { description: '' } }))
  expect((await found({ q: 'bakery' })).refs).toEqual([])
  expect((await found({ q: 'lamp' })).refs).toEqual([lamp.ref])
})

test('a part of the map lists and counts what lies in it, together with the other filters', async () => {
  const around = '4.895,52.360,4.905,52.370'
  expect(await found({ box: around })).toMatchObject({ refs: [lamp.ref], count: 1 })
  expect(await found({ box: around, state: 'closed' })).toMatchObject({ refs: [], count: 0 })
  expect(await found({ box: '4.906,52.360,4.910,52.370' })).toMatchObject({ refs: [], count: 0 })
  // Edges the wrong way round are no part of any map: the whole town.
  expect(await found({ box: '4.905,52.370,4.895,52.360' })).toMatchObject({ count: 2 })
})

test('all words count: a search for what no issue has together finds nothing', async () => {
  expect((await found({ q: 'lamp kerkstraat' })).refs).toEqual([])
})

test('whoever types a reference goes straight to that issue, however it is written', async () => {
  expect(await found({ q: lamp.ref })).toEqual({ went: lamp.ref })
  expect(await found({ q: lamp.ref.toLowerCase().replaceAll('-', ' ') })).toEqual({ went: lamp.ref })
  // A hidden one is not betrayed by its reference either.
  expect((await found({ q: hidden.ref })).refs).toEqual([])
})

test('a street that is typed is offered as a place to look around', async () => {
  expect((await found({ q: 'Kerkstraat' })).places?.[0]).toBe('Kerkstraat')
})

test('reading leaves no row, only a count by area, channel, language and day', async () => {
  const { writeCounts } = await import('~/safeguards/door/counters.server')
  await writeCounts()
  const before = await town.db.entry.count()
  const sum = async () =>
    Number(
      (await town.db.readCount.aggregate({ _sum: { n: true }, where: { interaction: 'issue.list', areaKey: 'north' } }))
        ._sum.n ?? 0n,
    )
  const counted = await sum()
  await found({ area: 'north' })
  await writeCounts()
  expect(await sum()).toBe(counted + 1)
  expect(await town.db.entry.count()).toBe(before)
})

test('a feed has the same issues as the list with the same filters, the newest first', async () => {
  const outcome = await enterAs(feedIssues, await town.visit('anybody'), { area: 'south', sort: 'oldest', after: 'x' })
  if (!outcome.ok) throw outcome.problem
  expect(outcome.value.rows.map(({ ref }) => ref)).toEqual([lamp.ref])
  expect(outcome.value.about).toEqual(['South'])
})
