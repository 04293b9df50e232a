import { expect, test } from 'vitest'
import { holdClock } from '~/platform/clock.server'
import { newToken } from '~/platform/tokens.server'
import { enterAs } from '~/safeguards/door.server'
import { useTown } from '~tests/town'
import { followTokenOf, receiptPath } from '../follow-link.server'
import { lampReport } from '../report-form.fixture'
import { reportIssue } from '../report-issue.server'
import { addToReport } from './add-to-report.server'
import { readReceipt } from './read-receipt.server'

const town = useTown()
const notice = { noticeVersion: '1', noticeLanguage: 'en' }

async function reported(more: Record<string, unknown> = {}) {
  const outcome = await enterAs(reportIssue, await town.visit('anybody'), lampReport(town.spots.north, more))
  if (!outcome.ok) throw outcome.problem
  const { ref, reportId } = outcome.value
  return { ref, reportId, id: followTokenOf(reportId) }
}
const waiting = (ref: string, asked: Date) =>
  town.given(async (tx) => {
    const issue = await tx.issue.update({ where: { ref }, data: { status: 'waiting' } })
    await tx.issueUpdate.create({
      data: {
        issueId: issue.id,
        kind: 'question',
        text: 'Which lamp?',
        language: 'en',
        statusAfter: 'waiting',
        publishedAt: asked,
      },
    })
    return issue
  })

test('whoever holds the secret link reads what was sent, what was checked and until when the town answers', async () => {
  const { ref, id } = await reported()
  const outcome = await enterAs(readReceipt, await town.visit('anybody', { language: 'nl' }), { id })
  if (!outcome.ok) throw outcome.problem
  const { issue, report, entry } = outcome.value
  expect(issue).toMatchObject({ ref, category: 'Straatlamp', status: 'open', hasPromise: true, area: 'North' })
  expect(report).toMatchObject({ description: 'The lamp beside the bench is out.', hasEmail: false })
  expect(report.answers).toMatchObject([
    { label: 'Wat is er met de lamp?', said: 'Hij is uit' },
    { label: 'Nummer op de mast', said: '14-B' },
  ])
  expect(entry?.checks.map(({ id: check, outcome: found }) => [check, found])).toContainEqual(['L05', 'pass'])
  expect(entry?.fingerprint).toMatch(/^[a-f0-9]{64}$/)
})

test('each look at a receipt leaves a record, and a line for the person whose report it is', async () => {
  const { ref, id, reportId } = await reported({ email: 'receipt.reader@mail.example' })
  town.neverInRecords('receipt.reader@mail.example')
  const outcome = await enterAs(readReceipt, await town.visit('anybody'), { id })
  expect(outcome.ok && outcome.value.report.hasEmail).toBe(true)
  const entry = await town.db.entry.findFirstOrThrow({ where: { objectRef: ref, kind: 'receipt.read' } })
  expect(await town.db.processingLine.count({ where: { traceId: entry.traceId, dataSubjectId: { not: null } } })).toBe(
    1,
  )
  const [letter] = await town.sql<{ n: number }>(
    "SELECT count(*)::integer AS n FROM mail WHERE once_key = 'report-received:' || $1",
    [reportId],
  )
  expect(letter?.n).toBe(1)
  await town.breakRecords('entry')
  await expect(enterAs(readReceipt, await town.visit('anybody'), { id })).rejects.toThrow()
})

test('a link that was guessed opens nothing, and the database holds no link', async () => {
  const { id, reportId } = await reported()
  const guessed = await enterAs(readReceipt, await town.visit('anybody'), { id: newToken() })
  expect(guessed.ok || guessed.problem.status).toBe(404)
  const byReport = await enterAs(readReceipt, await town.visit('anybody'), { id: reportId })
  expect(byReport.ok).toBe(false)
  expect(JSON.stringify(await town.sql('SELECT * FROM report'))).not.toContain(id)
  expect(JSON.stringify(await town.sql('SELECT * FROM idempotency'))).not.toContain(id)
  expect(receiptPath(reportId)).toBe(`/receipts/${id}`)
})

test('the writer answers the town, and its clock runs again with the days that were waited', async () => {
  const { ref, id, reportId } = await reported()
  const asked = new Date()
  const before = await waiting(ref, asked)
  holdClock(new Date(asked.getTime() + 7 * 86_400_000))
  const outcome = await enterAs(addToReport, await town.visit('anybody'), {
    id,
    description: 'The third one from the bridge.',
    ...notice,
  })
  expect(outcome.ok && outcome.value.isAwaited).toBe(true)
  const issue = await town.db.issue.findUniqueOrThrow({ where: { ref } })
  expect(issue.status).toBe('open')
  expect((issue.dueAt?.getTime() ?? 0) - (before.dueAt?.getTime() ?? 0)).toBeGreaterThanOrEqual(5 * 86_400_000)
  const report = await town.db.report.findUniqueOrThrow({ where: { id: reportId } })
  expect(report.description).toBe('The lamp beside the bench is out.\n\nThe third one from the bridge.')
})

test.each([
  ['nothing', {}, { description: 'field.required' }],
  ['too much', { description: 'x'.repeat(2001) }, { description: 'field.too-long' }],
])('%s cannot be added', async (_, more, fields) => {
  const { id } = await reported()
  const outcome = await enterAs(addToReport, await town.visit('anybody'), { id, ...more, ...notice })
  expect(outcome.ok || outcome.problem.fields).toEqual(fields)
})

test('what is added is looked through for private words, and not taken without the notice', async () => {
  const { id } = await reported()
  const visit = await town.visit('anybody')
  const asked = await enterAs(addToReport, visit, { id, description: 'My neighbour has cancer.', ...notice })
  expect(asked.ok || asked.problem.type).toBe('sensitive-text')
  const silent = await enterAs(addToReport, visit, { id, description: 'The third one.' })
  expect(silent.ok || silent.problem.values.check).toBe('L05')
})

test.each([
  ['resident', true, true],
  ['handler', true, true],
  ['oversight', true, false],
  ['administrator', true, false],
  ['system', false, false],
] as const)('%s with the secret link reads: %s, and adds: %s', async (who, isReader, isWriter) => {
  const { id } = await reported()
  const visit = await town.visit(who)
  expect((await enterAs(readReceipt, visit, { id })).ok).toBe(isReader)
  expect((await enterAs(addToReport, visit, { id, description: 'One more thing.', ...notice })).ok).toBe(isWriter)
})

test('when the record of an addition cannot be written, the report stays as it was', async () => {
  const { id, reportId } = await reported()
  await town.breakRecords('entry')
  await expect(
    enterAs(addToReport, await town.visit('anybody'), { id, description: 'More.', ...notice }),
  ).rejects.toThrow()
  const report = await town.db.report.findUniqueOrThrow({ where: { id: reportId } })
  expect(report.description).toBe('The lamp beside the bench is out.')
})
