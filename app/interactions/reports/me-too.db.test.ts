import { expect, test } from 'vitest'
import { enterAs } from '~/safeguards/door.server'
import { useTown } from '~tests/town'
import { meToo } from './me-too.server'
import { lampReport } from './report-form.fixture'
import { reportIssue } from './report-issue.server'

const town = useTown()
const notice = { noticeVersion: '1', noticeLanguage: 'en' }

async function lamp(more: Record<string, unknown> = {}) {
  const outcome = await enterAs(reportIssue, await town.visit('anybody'), lampReport(town.spots.north, more))
  if (!outcome.ok) throw outcome.problem
  return outcome.value.ref
}
const issueOf = (ref: string) =>
  town.db.issue.findUniqueOrThrow({ where: { ref }, include: { reports: true, updates: true } })
const close = (ref: string) =>
  town.given((tx) => tx.issue.update({ where: { ref }, data: { status: 'resolved', closedAt: new Date() } }))

test('"I see it too" is a report of its own, counted and shown', async () => {
  const ref = await lamp()
  const outcome = await enterAs(meToo, await town.visit('anybody'), { ref, description: 'Since Monday.', ...notice })
  if (!outcome.ok) throw outcome.problem
  const issue = await issueOf(ref)
  expect(issue).toMatchObject({ reportCount: 2, status: 'open', reopenedCount: 0 })
  const own = issue.reports.find(({ id }) => id === outcome.value.reportId)
  expect(own).toMatchObject({
    isMeToo: true,
    description: 'Since Monday.',
    areaKey: 'north',
    lat: town.spots.north.lat,
  })
  expect(issue.updates).toEqual([])
})

test('twenty neighbours at the same moment are all counted', async () => {
  const ref = await lamp()
  const visit = await town.visit('anybody')
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => enterAs(meToo, visit, { ref, ...notice })))
  expect(outcomes.every(({ ok }) => ok)).toBe(true)
  const issue = await issueOf(ref)
  expect(issue.reportCount).toBe(21)
  expect(issue.reports).toHaveLength(21)
})

test('"it is still there" opens a closed issue again, once, with a new day for an answer, and tells who asked to know', async () => {
  const email = 'first.reporter@mail.example'
  town.neverInRecords(email)
  const ref = await lamp({ email })
  await close(ref)
  const before = await issueOf(ref)
  const visit = await town.visit('anybody')
  const outcomes = await Promise.all([1, 2].map(() => enterAs(meToo, visit, { ref, ...notice })))
  expect(outcomes.map((outcome) => outcome.ok && outcome.value.isReopened).sort()).toEqual([false, true])
  const issue = await issueOf(ref)
  expect(issue).toMatchObject({ status: 'open', closedAt: null, reopenedCount: 1, reportCount: 3 })
  expect(issue.dueAt?.getTime()).toBeGreaterThanOrEqual(before.dueAt?.getTime() ?? 0)
  expect(issue.updates).toMatchObject([{ kind: 'reopened', statusAfter: 'open', authorId: null }])
  const reporter = issue.reports.find(({ isMeToo }) => !isMeToo)?.personId ?? ''
  const mails = await town.db.mail.findMany({ where: { personId: reporter } })
  expect(mails.map(({ template }) => template).sort()).toEqual(['reopened', 'report-received'])
})

test('a resident who signed in cannot count twice for an open issue, but may open a closed one again', async () => {
  const ref = await lamp()
  const visit = await town.visit('resident')
  expect((await enterAs(meToo, visit, { ref, ...notice })).ok).toBe(true)
  const again = await enterAs(meToo, visit, { ref, ...notice })
  expect(again.ok || again.problem.type).toBe('reported-before')
  await close(ref)
  expect((await enterAs(meToo, visit, { ref, ...notice })).ok).toBe(true)
  expect(await issueOf(ref)).toMatchObject({ status: 'open', reportCount: 3 })
})

test.each([
  ['anybody', true],
  ['neighbour', true],
  ['handler', true],
  ['northHandler', true],
  ['newcomer', false],
  ['oversight', false],
  ['administrator', false],
] as const)('%s says "me too": %s', async (who, isAllowed) => {
  const ref = await lamp()
  const outcome = await enterAs(meToo, await town.visit(who), { ref, channel: 'phone', ...notice })
  expect(outcome.ok).toBe(isAllowed)
  expect((await issueOf(ref)).reportCount).toBe(isAllowed ? 2 : 1)
})

test('an issue that is hidden or never was cannot be joined, and both answers are the same', async () => {
  const ref = await lamp()
  await town.given((tx) => tx.issue.update({ where: { ref }, data: { isHidden: true } }))
  const visit = await town.visit('anybody')
  for (const each of [ref, 'TDM-2222-222']) {
    const outcome = await enterAs(meToo, visit, { ref: each, ...notice })
    expect(outcome.ok || outcome.problem.toJSON()).toMatchObject({ type: '/problems/not-found', status: 404 })
  }
})

test('without the notice about personal data nobody is counted', async () => {
  const ref = await lamp()
  const outcome = await enterAs(meToo, await town.visit('anybody'), { ref, description: 'Me too.' })
  expect(outcome.ok || outcome.problem.toJSON()).toMatchObject({
    values: { check: 'L05' },
    kept: { description: 'Me too.' },
  })
  expect((await issueOf(ref)).reportCount).toBe(1)
})

test('when the record cannot be written, a closed issue stays closed and nobody is counted', async () => {
  const ref = await lamp()
  await close(ref)
  await town.breakRecords('entry')
  await expect(enterAs(meToo, await town.visit('anybody'), { ref, ...notice })).rejects.toThrow()
  expect(await issueOf(ref)).toMatchObject({ status: 'resolved', reportCount: 1, reopenedCount: 0, updates: [] })
})
