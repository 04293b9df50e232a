import { rm } from 'node:fs/promises'
import { afterAll, expect, test } from 'vitest'
import { holdClock } from '~/platform/clock.server'
import { enterAs } from '~/safeguards/door.server'
import { useTown } from '~tests/town'
import { askToFollow } from '../follows/ask-to-follow.server'
import { meToo } from '../reports/me-too.server'
import { phonePhoto, photosToRefuse } from '../reports/photo-corpus.fixture'
import { acknowledgeCase } from './acknowledge-case.server'
import { askReporter } from './ask-reporter.server'
import { aCase, act, lastEntry, versionOf } from './case.fixture'
import { listQueue } from './list-queue.server'
import { moveCase } from './move-case.server'
import { planWork } from './plan-work.server'
import { publishUpdate } from './publish-update.server'
import { writeNote } from './write-note.server'

const dataDir = 'var/test/desk-photos'
const town = useTown({ dataDir })
afterAll(() => rm(dataDir, { recursive: true, force: true }))
const caseOf = (ref: string) =>
  town.db.issue.findUniqueOrThrow({ where: { ref }, include: { updates: true, notes: true } })
const letters = (personId: string) => town.db.mail.findMany({ where: { personId }, orderBy: { madeAt: 'desc' } })

test('acknowledging takes the case up, says so in public by function, and writes to who follows the case', async () => {
  const { ref } = await aCase(town, { reporters: ['neighbour', null] })
  await enterAs(askToFollow, await town.visit('neighbour'), { ref, noticeVersion: '1', noticeLanguage: 'en' })
  const outcome = await act(town, acknowledgeCase, 'handler', ref, { text: 'We come by on Monday.', takesCase: 'yes' })
  expect(outcome.ok).toBe(true)
  const after = await caseOf(ref)
  expect(after).toMatchObject({ status: 'in-progress', assigneeId: town.people.handler.id, closedAt: null })
  expect(after.acknowledgedAt).not.toBeNull()
  expect(after.updates).toMatchObject([
    {
      kind: 'acknowledged',
      text: 'We come by on Monday.',
      authorTitle: 'Officer public space',
      statusAfter: 'in-progress',
    },
  ])
  expect(JSON.stringify(after.updates)).not.toContain('Hanna')
  expect(await letters(town.people.neighbour.id)).toMatchObject([{ template: 'acknowledged' }])
  // Who reported it and did not ask for news gets none.
  expect(await town.db.mail.count({ where: { template: 'acknowledged' } })).toBe(1)
  expect(await lastEntry(town, ref)).toMatchObject({ kind: 'case.acknowledge', areaKey: 'north', channel: 'web' })
})

test('acknowledging twice from the same page acts once', async () => {
  const { ref } = await aCase(town)
  const once = '5f0a3a36-1a55-4b1e-9a52-0d3b1c6a7e01'
  const version = await versionOf(town, ref)
  const both = await Promise.all([
    act(town, acknowledgeCase, 'handler', ref, { once, version }),
    act(town, acknowledgeCase, 'handler', ref, { once, version }),
  ])
  expect(both.map(({ ok }) => ok)).toEqual([true, true])
  expect((await caseOf(ref)).updates).toHaveLength(1)
})

test('of two handlers who answer at once, one is told that somebody was faster', async () => {
  const { ref } = await aCase(town)
  const version = await versionOf(town, ref)
  const outcomes = await Promise.all([
    act(town, publishUpdate, 'handler', ref, { version, text: 'The first answer to this.' }),
    act(town, publishUpdate, 'northHandler', ref, { version, text: 'The second answer to this.' }),
  ])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  const late = outcomes.find(({ ok }) => !ok)
  expect(late && !late.ok && late.problem.toJSON()).toMatchObject({ status: 409, kept: { text: expect.any(String) } })
  expect((await caseOf(ref)).updates).toHaveLength(1)
})

test('two acts at the very same moment still make two versions', async () => {
  holdClock(new Date('2026-11-25T10:00:00Z'))
  const { ref } = await aCase(town, { reportedAt: new Date('2026-11-25T10:00:00Z') })
  const first = await versionOf(town, ref)
  await act(town, publishUpdate, 'handler', ref, { text: 'Something is going on here.' })
  const second = await versionOf(town, ref)
  await act(town, publishUpdate, 'handler', ref, { text: 'Something more is going on.' })
  expect(new Set([first, second, await versionOf(town, ref)]).size).toBe(3)
})

test('a photo of the town stands under its message, cleaned and with its words', async () => {
  const { ref } = await aCase(town)
  const fields = { text: 'This is what we found.', alt: 'Open lamp with a loose wire', files: [await phonePhoto()] }
  expect((await act(town, publishUpdate, 'handler', ref, fields)).ok).toBe(true)
  const [update] = (await caseOf(ref)).updates
  const photos = await town.db.photo.findMany({ where: { updateId: update?.id ?? '' } })
  expect(photos).toMatchObject([
    { width: 640, height: 480, isPublic: true, alt: 'Open lamp with a loose wire', reportId: null },
  ])
})

test('a file that is no photo publishes nothing', async () => {
  const { ref } = await aCase(town)
  for (const [, file, why] of await photosToRefuse()) {
    const outcome = await act(town, publishUpdate, 'handler', ref, { text: 'This is what we found.', files: [file] })
    expect(outcome.ok || outcome.problem.fields).toEqual({ files: why })
  }
  expect((await caseOf(ref)).updates).toHaveLength(0)
})

test('a planned day is public and leaves the promised day alone; yesterday is no plan', async () => {
  holdClock(new Date('2026-11-25T10:00:00Z'))
  const { ref } = await aCase(town)
  const before = await caseOf(ref)
  const late = await act(town, planWork, 'handler', ref, { plannedFor: '2026-11-24' })
  expect(late.ok || late.problem.fields).toEqual({ plannedFor: 'desk.plan.in-the-past' })
  const far = await act(town, planWork, 'handler', ref, { plannedFor: '2029-01-01' })
  expect(far.ok || far.problem.fields).toEqual({ plannedFor: 'desk.plan.too-far' })
  expect((await act(town, planWork, 'handler', ref, { plannedFor: '2026-11-25' })).ok).toBe(true)
  const after = await caseOf(ref)
  expect(after).toMatchObject({ status: 'in-progress', dueAt: before.dueAt })
  expect(after.updates[0]?.plannedFor).toEqual(new Date('2026-11-25T00:00:00Z'))
})

test('the clock stands still while the town waits for the reporter', async () => {
  holdClock(new Date('2026-11-23T10:00:00Z'))
  const { ref } = await aCase(town, { dueAt: new Date('2026-11-27T23:00:00Z') })
  expect((await act(town, askReporter, 'handler', ref, { text: 'Which lamp of the three is it?' })).ok).toBe(true)
  expect(await caseOf(ref)).toMatchObject({ status: 'waiting', dueAt: new Date('2026-11-27T23:00:00Z') })
  holdClock(new Date('2026-11-26T10:00:00Z'))
  expect((await act(town, acknowledgeCase, 'handler', ref)).ok).toBe(true)
  // Monday to Wednesday were waited: three working days on from Friday is Wednesday.
  expect(await caseOf(ref)).toMatchObject({ status: 'in-progress', dueAt: new Date('2026-12-02T23:00:00Z') })
})

test('what a resident adds after the town’s last word is marked in the queue until the town speaks again', async () => {
  const { ref } = await aCase(town, { area: 'south' })
  const isMarked = async () => {
    const queue = await enterAs(listQueue, await town.visit('handler'), { area: 'south' })
    return queue.ok && queue.value.ref === null && queue.value.rows.find((row) => row.ref === ref)?.hasNews
  }
  const visit = await town.visit('neighbour')
  const notice = { noticeVersion: '1', noticeLanguage: 'en' }
  expect((await enterAs(meToo, visit, { ref, ...notice })).ok).toBe(true)
  expect(await isMarked()).toBe(false)
  await act(town, publishUpdate, 'handler', ref, { text: 'We are looking for the cause.' })
  expect(await isMarked()).toBe(false)
  expect((await enterAs(meToo, await town.visit('anybody'), { ref, ...notice, description: 'Still dark.' })).ok).toBe(
    true,
  )
  expect(await isMarked()).toBe(true)
  await act(town, publishUpdate, 'handler', ref, { text: 'A new cable is on its way.' })
  expect(await isMarked()).toBe(false)
})

test('a second question to a reporter who has not answered the first does not fit', async () => {
  const { ref } = await aCase(town, { status: 'waiting' })
  const outcome = await act(town, askReporter, 'handler', ref, { text: 'And which street is it?' })
  expect(outcome.ok || outcome.problem.type).toBe('out-of-date')
})

test('words about a person stop the text once; who keeps them is on record with it', async () => {
  const { ref } = await aCase(town)
  const text = 'Mr Jansen has diabetes, so please call him on 06 12345678.'
  const stopped = await act(town, publishUpdate, 'handler', ref, { text })
  expect(stopped.ok || stopped.problem.toJSON()).toMatchObject({
    status: 422,
    fields: { text: 'desk.field.sensitive' },
    kept: { text },
  })
  expect((await caseOf(ref)).updates).toHaveLength(0)
  expect((await act(town, publishUpdate, 'handler', ref, { text, keepsText: 'yes' })).ok).toBe(true)
  const entry = await lastEntry(town, ref)
  expect(entry?.worst).toBe('warn')
  expect(entry?.checks).toContainEqual(expect.objectContaining({ id: 'L04', explanation: 'check.L04.kept' }))
})

test('a moved case keeps its promise, waits for whoever has the mandate there, and says why in public', async () => {
  const { ref } = await aCase(town, { assignee: 'northHandler' })
  const before = await caseOf(ref)
  const fields = { text: 'This is a hole in the road.', categoryKey: 'pothole' }
  expect((await act(town, moveCase, 'northHandler', ref, fields)).ok).toBe(true)
  const after = await caseOf(ref)
  expect(after).toMatchObject({
    categoryKey: 'pothole',
    areaKey: 'north',
    assigneeId: null,
    dueAt: before.dueAt,
    status: 'open',
  })
  expect(after.updates).toMatchObject([{ kind: 'moved', text: 'This is a hole in the road.' }])
  const again = await act(town, publishUpdate, 'northHandler', ref, { text: 'One more thing about it.' })
  expect(again.ok || again.problem.toJSON()).toMatchObject({ detail: 'check.L13.other-category' })
})

test.each([
  [{ categoryKey: 'street-light' }, { categoryKey: 'desk.move.same' }],
  [{ categoryKey: 'flying-carpets' }, { categoryKey: 'field.choose' }],
  [{ categoryKey: 'pothole', areaKey: 'atlantis' }, { areaKey: 'field.choose' }],
])('a case does not move to %j', async (where, fields) => {
  const { ref } = await aCase(town)
  const outcome = await act(town, moveCase, 'handler', ref, { text: 'It belongs somewhere else.', ...where })
  expect(outcome.ok || outcome.problem.fields).toEqual(fields)
})

test('a note is for colleagues: nothing of it is public and nobody gets a letter', async () => {
  const { ref } = await aCase(town, { reporters: ['resident'] })
  const before = (await letters(town.people.resident.id)).length
  expect((await act(town, writeNote, 'handler', ref, { text: 'The contractor is ill.' })).ok).toBe(true)
  const after = await caseOf(ref)
  expect(after.notes).toMatchObject([{ text: 'The contractor is ill.', authorId: town.people.handler.id }])
  expect(after.updates).toHaveLength(0)
  expect(await letters(town.people.resident.id)).toHaveLength(before)
})

test('a closed case takes an update and nothing that would open it again', async () => {
  const { ref } = await aCase(town, { status: 'resolved' })
  expect((await act(town, publishUpdate, 'handler', ref, { text: 'The new lamp is here to stay.' })).ok).toBe(true)
  expect(await caseOf(ref)).toMatchObject({ status: 'resolved' })
  for (const [interaction, fields] of [
    [acknowledgeCase, {}],
    [planWork, { plannedFor: '2027-01-04' }],
    [askReporter, { text: 'Is it still out?' }],
  ] as const) {
    const outcome = await act(town, interaction, 'handler', ref, fields)
    expect(outcome.ok || outcome.problem.type).toBe('out-of-date')
  }
})
