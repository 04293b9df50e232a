import { expect, test } from 'vitest'
import { useTown } from '~tests/town'
import { assignCase } from './assign-case.server'
import { aCase, act, lastEntry } from './case.fixture'
import { listColleagues } from './list-colleagues.server'
import { releaseCase } from './release-case.server'
import { takeCase } from './take-case.server'

const town = useTown()
const assigneeOf = async (ref: string) => (await town.db.issue.findUniqueOrThrow({ where: { ref } })).assigneeId

test('a handler takes a case, and a colleague with the mandate may hand it on and give it back', async () => {
  const { ref } = await aCase(town)
  expect((await act(town, takeCase, 'handler', ref)).ok).toBe(true)
  expect(await assigneeOf(ref)).toBe(town.people.handler.id)
  const given = await act(town, assignCase, 'handler', ref, { assigneeId: town.people.northHandler.id })
  expect(given.ok).toBe(true)
  expect(await assigneeOf(ref)).toBe(town.people.northHandler.id)
  expect((await act(town, releaseCase, 'handler', ref)).ok).toBe(true)
  expect(await assigneeOf(ref)).toBeNull()
})

test.each(['newcomer', 'administrator', 'resident'] as const)('a case does not go to the %s', async (who) => {
  const { ref } = await aCase(town)
  const outcome = await act(town, assignCase, 'handler', ref, { assigneeId: town.people[who].id })
  expect(outcome.ok || outcome.problem.fields).toEqual({ assigneeId: 'desk.assign.no-mandate' })
  expect(await assigneeOf(ref)).toBeNull()
})

test('a case does not go to a colleague who reported it', async () => {
  const { ref } = await aCase(town, { reporters: ['northHandler'] })
  const outcome = await act(town, assignCase, 'handler', ref, { assigneeId: town.people.northHandler.id })
  expect(outcome.ok || outcome.problem.fields).toEqual({ assigneeId: 'desk.assign.tied' })
})

test('who reported an issue does not take its case, and the record names the check', async () => {
  const { ref } = await aCase(town, { reporters: ['handler', null] })
  const outcome = await act(town, takeCase, 'handler', ref)
  expect(outcome.ok || outcome.problem.toJSON()).toMatchObject({ status: 403, detail: 'check.I01.own-report' })
  expect(await assigneeOf(ref)).toBeNull()
})

test('only colleagues whose mandate fits are offered, by name, and each of them gets a line in the log', async () => {
  const { ref } = await aCase(town, { area: 'south' })
  const south = await act(town, listColleagues, 'handler', ref)
  expect(south.ok && south.value.colleagues).toEqual([])
  const north = await aCase(town, { area: 'north' })
  const outcome = await act(town, listColleagues, 'handler', north.ref)
  expect(outcome.ok && outcome.value.colleagues).toMatchObject([
    { name: 'Noor Bakker', jobTitle: 'Officer lighting north' },
  ])
  const entry = await lastEntry(town, north.ref)
  const lines = await town.db.processingLine.findMany({
    where: { traceId: entry?.traceId ?? '', name: 'case.list-colleagues' },
  })
  expect(lines.filter(({ dataSubjectId }) => dataSubjectId !== null).length).toBeGreaterThan(0)
})

test('a closed case stays where it was', async () => {
  const { ref } = await aCase(town, { status: 'resolved' })
  const outcome = await act(town, takeCase, 'handler', ref)
  expect(outcome.ok || outcome.problem.type).toBe('out-of-date')
})
