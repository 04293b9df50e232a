import { beforeAll, expect, test } from 'vitest'
import { holdClock } from '~/platform/clock.server'
import { enterAs } from '~/safeguards/door.server'
import type { AnyInteraction } from '~/safeguards/interaction.server'
import { useTown } from '~tests/town'
import { acknowledgeMany } from './acknowledge-many.server'
import { aCase, type Who } from './case.fixture'
import { casesAPage, listQueue } from './list-queue.server'
import { queueAddress, wholeQueue } from './queue.input'
import { showChosen } from './show-chosen.server'

const town = useTown()
const now = new Date('2026-11-25T10:00:00Z')
const day = (n: number) => new Date(Date.UTC(2026, 10, 25 + n, 23))
const refs: Record<string, string> = {}

beforeAll(async () => {
  const make = async (name: string, given: Parameters<typeof aCase>[1]) => {
    refs[name] = (await aCase(town, given)).ref
  }
  await make('late', { dueAt: day(-10), description: 'The lantern hangs loose.' })
  await make('soon', { dueAt: day(2), category: 'pothole' })
  await make('far', { dueAt: day(30), area: 'south' })
  await make('mine', { dueAt: day(12), assignee: 'handler' })
  await make('waiting', { dueAt: day(-3), status: 'waiting', category: 'graffiti', area: 'south' })
  await make('closed', { status: 'resolved' })
})

async function queue(who: Who, asked: Record<string, unknown> = {}) {
  holdClock(now)
  const outcome = await enterAs(listQueue, await town.visit(who), asked)
  if (!outcome.ok) throw outcome.problem
  if (outcome.value.ref !== null) return { ...outcome.value, names: [], rows: [] }
  const nameOf = (ref: string) => Object.keys(refs).find((name) => refs[name] === ref)
  return { ...outcome.value, names: outcome.value.rows.map(({ ref }) => nameOf(ref)) }
}

test('the nearest last day comes first, and what is closed is not work', async () => {
  expect((await queue('handler')).names).toEqual(['late', 'waiting', 'soon', 'mine', 'far'])
})

test.each([
  [{ view: 'mine' }, ['mine']],
  [{ view: 'unassigned' }, ['late', 'waiting', 'soon', 'far']],
  [{ view: 'overdue' }, ['late']],
  [{ view: 'due-soon' }, ['soon']],
  [{ view: 'waiting' }, ['waiting']],
  [{ view: 'closed' }, ['closed']],
  [{ category: 'pothole' }, ['soon']],
  [{ area: 'south' }, ['waiting', 'far']],
  [{ q: 'hangs loose' }, ['late']],
  [{ q: 'pothole' }, ['soon']],
  [{ view: 'nonsense', area: 'DROP TABLE' }, ['late', 'waiting', 'soon', 'mine', 'far']],
])('%j shows %j', async (asked, names) => {
  expect((await queue('handler', asked)).names).toEqual(names)
})

test('a handler sees only what lies within their mandate, in the list, in the counts and in the choices', async () => {
  const seen = await queue('northHandler')
  expect(seen.names).toEqual(['late', 'mine'])
  expect(seen).toMatchObject({ counts: { mine: 0, unassigned: 1, overdue: 1, 'due-soon': 0, waiting: 0 } })
  expect(seen).toMatchObject({
    choices: { areas: [{ key: 'north' }], groups: [{ categories: [{ key: 'street-light' }] }] },
  })
})

test('who has a case is said by function, and to its owner as their own', async () => {
  const own = await queue('handler', { view: 'mine' })
  expect(own.rows).toMatchObject([{ assignee: 'me' }])
  const colleagues = await queue('northHandler', { category: 'street-light' })
  expect(colleagues.rows[1]).toMatchObject({ assignee: { jobTitle: 'Officer public space' } })
  expect(JSON.stringify(colleagues.rows)).not.toContain('Hanna')
})

test('a reference leads straight to its case', async () => {
  expect(await queue('handler', { q: refs.far?.toLowerCase() })).toMatchObject({ ref: refs.far })
})

test.each(['newcomer', 'resident', 'oversight', 'administrator', 'anybody', 'system'] as const)(
  'the queue stays shut for %s',
  async (who) => {
    for (const interaction of [listQueue, showChosen] as AnyInteraction[]) {
      const outcome = await enterAs(interaction, await town.visit(who), { ref: [refs.late] })
      expect(outcome.ok).toBe(false)
    }
  },
)

test('looking at the queue leaves one entry and an audit event, and none is shown while they cannot be written', async () => {
  await queue('handler', { view: 'overdue' })
  expect(await town.db.entry.findFirst({ where: { kind: 'case.list' }, orderBy: { entryId: 'desc' } })).toMatchObject({
    objectRef: 'overdue',
    isRefused: false,
  })
  await town.breakRecords('audit_event')
  await expect(queue('handler')).rejects.toThrow()
})

test('every case comes once, page by page, whatever day it is due', async () => {
  for (let n = 0; n < casesAPage + 5; n++)
    await aCase(town, { dueAt: day(40 + (n % 3)), category: 'graffiti', area: 'north' })
  const seen: string[] = []
  let after: string | null = null
  do {
    const page = await queue('handler', { category: 'graffiti', area: 'north', ...(after && { after }) })
    seen.push(...page.rows.map(({ ref }) => ref))
    after = 'next' in page ? (page.next ?? null) : null
  } while (after)
  expect(seen).toHaveLength(casesAPage + 5)
  expect(new Set(seen).size).toBe(seen.length)
})

test('one view has one address', () => {
  expect(queueAddress(wholeQueue)).toBe('/desk')
  expect(queueAddress({ view: 'overdue', category: ['b', 'a'], q: 'lamp post' })).toBe(
    '/desk?view=overdue&category=a&category=b&q=lamp+post',
  )
})

test('ticked cases are acknowledged one by one: what is refused for one does not stop the others', async () => {
  const [one, changed, south] = [await aCase(town), await aCase(town), await aCase(town, { area: 'south' })]
  holdClock(undefined)
  const visit = await town.visit('northHandler')
  const chosen = await enterAs(showChosen, visit, { ref: [one.ref, changed.ref, south.ref] })
  expect(chosen.ok && chosen.value.cases.map(({ ref }) => ref).sort()).toEqual([one.ref, changed.ref].sort())
  const versions = new Map(chosen.ok ? chosen.value.cases.map(({ ref, version }) => [ref, version]) : [])
  const form = new FormData()
  for (const [name, value] of Object.entries({
    language: 'en',
    text: '',
    once: '0f2d7c1e-4b1a-4a6c-8f7e-7d2f6f9b3c11',
  }))
    form.append(name, value)
  form.append('case', `${one.ref} ${versions.get(one.ref)}`)
  form.append('case', `${changed.ref} 1`)
  form.append('case', `${south.ref} 1`)
  const outcome = await acknowledgeMany(await town.request('northHandler', '/desk/acknowledge', form))
  expect(outcome).toMatchObject({ problem: null, done: [one.ref] })
  expect(outcome.refused.map(({ ref, problem }) => [ref, problem.type])).toEqual([
    [changed.ref, '/problems/out-of-date'],
    [south.ref, '/problems/refused-by-safeguard'],
  ])
  expect(await town.db.entry.count({ where: { kind: 'case.acknowledge', objectRef: one.ref } })).toBe(1)
})
