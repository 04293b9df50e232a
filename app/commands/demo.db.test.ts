import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCity } from '~/interactions/cities/city-files.server'
import { importCity, shippedCities } from '~/interactions/cities/import-city.server'
import { demoPeople } from '~/interactions/demo/demo-people'
import { demoStory } from '~/interactions/demo/demo-story'
import { useTown } from '~tests/town'
import { peopleTheTown } from './demo.server'

const town = useTown({ demo: true })
const now = new Date('2026-11-25T21:00:00Z')
const openedAt = new Date('2026-11-19T21:00:00Z')
let folder = ''

// The shipped city with few of its reports: streets, areas and categories are what the story needs.
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'meent-demo-'))
  await cp(path.join(shippedCities, 'boston'), folder, { recursive: true })
  const reports = gunzipSync(await readFile(path.join(folder, 'reports.csv.gz')))
    .toString('utf8')
    .split('\n')
  await rm(path.join(folder, 'reports.csv.gz'))
  await writeFile(path.join(folder, 'reports.csv'), reports.slice(0, 200).join('\n'))
  await town.given(async (tx) => {
    await tx.town.deleteMany()
  })
  await importCity(await openCity(folder), { rejectsDir: folder, onProgress: () => {} })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the people of the demo live their whole story through the door, and the two refusals in it are on record', async () => {
  const { stoppedBy } = await peopleTheTown(openedAt, { now, say: () => {}, onAct: () => {} })
  expect(stoppedBy).toBeNull()
  const issues = await town.db.issue.findMany({ where: { isImported: false }, include: { reports: true } })
  expect(issues).toHaveLength(demoStory.length)
  expect(new Set(issues.flatMap(({ reports }) => reports.map(({ language }) => language)))).toEqual(
    new Set(['en', 'nl', 'es', 'ar']),
  )
  expect(new Set(issues.map(({ status }) => status)).size).toBe(5)
  expect(issues.some(({ reopenedCount }) => reopenedCount > 0)).toBe(true)
  expect(issues.some(({ dueAt, closedAt }) => dueAt && dueAt < now && !closedAt)).toBe(true)
  expect(new Set(issues.map(({ areaKey }) => areaKey)).size).toBeGreaterThan(8)
  expect(await town.db.photo.count()).toBeGreaterThan(4)
  expect(await town.db.decision.count()).toBeGreaterThan(5)
  expect(await town.db.follow.count({ where: { confirmedAt: { not: null } } })).toBe(1)
  expect(await town.db.person.count({ where: { isDemo: true } })).toBe(demoPeople.length)
  const refused = await town.db.entry.findMany({ where: { isRefused: true }, orderBy: { entryId: 'asc' } })
  expect(refused.map(({ kind }) => kind).sort()).toEqual(['case.close', 'case.open'])
}, 180_000)

test('nothing of the story lies in the future or before the town opened, and records stand in the order of time', async () => {
  const { _min: first, _max: last } = await town.db.issue.aggregate({
    where: { isImported: false },
    _min: { reportedAt: true },
    _max: { updatedAt: true },
  })
  expect(first.reportedAt?.getTime()).toBeGreaterThan(openedAt.getTime())
  expect(last.updatedAt?.getTime()).toBeLessThanOrEqual(now.getTime())
  const entries = await town.db.entry.findMany({
    where: { kind: { startsWith: 'case.' } },
    orderBy: { entryId: 'asc' },
  })
  const times = entries.map(({ madeAt }) => madeAt.getTime())
  expect(times).toEqual([...times].sort((one, other) => one - other))
})
