import { expect, test } from 'vitest'
import { enterAs } from '~/safeguards/door.server'
import { useTown } from '~tests/town'
import { findingTasks } from '../findings/finding-tasks.server'
import { breakGlass } from './break-glass.server'
import { aCase, lastEntry, lastRefusal, type Who } from './case.fixture'
import { openCase } from './open-case.server'
import { openContactDetails } from './open-contact.server'
import { showContactWay } from './show-contact-way.server'

const town = useTown()
const rosa = town.people.resident

async function withReport(given: Parameters<typeof aCase>[1] = {}) {
  const { id, ref } = await aCase(town, { reporters: ['resident', null], ...given })
  const report = await town.db.report.findFirstOrThrow({ where: { issueId: id, personId: { not: null } } })
  const silent = await town.db.report.findFirst({ where: { issueId: id, personId: null } })
  return { ref, reportId: report.id, silentId: silent?.id ?? '' }
}
const open = async (who: Who, fields: Record<string, unknown>) =>
  enterAs(openContactDetails, await town.visit(who), { purposeOfUse: 'answer-resident', ...fields })
const why = { category: 'danger', reason: 'A cable hangs over the path to her door.' }
const breakIt = async (who: Who, fields: Record<string, unknown>) =>
  enterAs(breakGlass, await town.visit(who), { ...why, ...fields })
const audit = (ref: string) => town.db.auditEvent.findFirst({ where: { objectRef: ref }, orderBy: { eventId: 'desc' } })
const linesAbout = (traceId: string) =>
  town.db.processingLine.count({ where: { traceId, dataSubjectId: { not: null }, name: { startsWith: 'contact.' } } })

test('a handler with the mandate opens the details of one reporter for a purpose, and each trace of it is there', async () => {
  const { ref, reportId } = await withReport()
  const outcome = await open('northHandler', { ref, reportId })
  expect(outcome.ok && outcome.value.contact).toEqual({ name: rosa.name, email: rosa.email, phone: rosa.phone })
  expect(await audit(ref)).toMatchObject({
    personId: town.people.northHandler.id,
    eventType: 'read',
    purposeOfUse: 'answer-resident',
    protocol: 'same-mandate',
    fields: ['contact.email', 'contact.name', 'contact.phone'],
    breakGlass: null,
  })
  const entry = await lastEntry(town, ref)
  expect(entry).toMatchObject({ kind: 'contact.open', worst: 'pass' })
  expect(await linesAbout(entry?.traceId ?? '')).toBe(1)
})

test('the door finds the relation itself: a hidden field that claims one changes nothing', async () => {
  const { ref, reportId } = await withReport({ area: 'south' })
  const outcome = await open('northHandler', { ref, reportId, relation: 'assigned', access: { relation: 'assigned' } })
  // Her department has the street lights, so she would need a purpose, which she names: that much is allowed.
  expect(outcome.ok).toBe(true)
  const pothole = await withReport({ area: 'south', category: 'graffiti' })
  const refused = await open('northHandler', { ref: pothole.ref, reportId: pothole.reportId, relation: 'assigned' })
  expect(refused.ok || refused.problem.toJSON()).toMatchObject({ status: 403, detail: 'check.I03.no-relation' })
})

test.each(['newcomer'] as const)('contact details stay closed for the %s, who works on no case', async (who) => {
  const { ref, reportId } = await withReport()
  const outcome = await open(who, { ref, reportId })
  expect(outcome.ok || outcome.problem.toJSON()).toMatchObject({ status: 403, detail: 'check.I03.no-relation' })
  expect(await lastRefusal(town, 'contact.open')).toMatchObject({ worst: 'block', role: 'civil-servant' })
  expect(await lastEntry(town, ref)).toBeNull()
})

test.each(['resident', 'oversight', 'administrator'] as const)('the %s never comes to this door', async (who) => {
  const { ref, reportId } = await withReport()
  for (const outcome of [await open(who, { ref, reportId }), await breakIt(who, { ref, reportId })]) {
    expect(outcome.ok || outcome.problem.type).toBe('not-your-role')
  }
})

test('a purpose that is not on record opens nothing', async () => {
  const { ref, reportId } = await withReport()
  const outcome = await open('handler', { ref, reportId, purposeOfUse: 'curiosity' })
  expect(outcome.ok || outcome.problem.status).toBe(422)
})

test('breaking the glass warns, names the emergency and the reason in the audit event, and counts for the reporter', async () => {
  const { ref, reportId } = await withReport()
  const outcome = await breakIt('newcomer', { ref, reportId })
  expect(outcome.ok && outcome.value.contact.phone).toBe(rosa.phone)
  expect(outcome.ok && outcome.warnings).toMatchObject([{ id: 'I03', explanation: 'check.I03.glass-broken' }])
  expect(await audit(ref)).toMatchObject({ breakGlass: why, purposeOfUse: 'handle-report' })
  const entry = await lastEntry(town, ref)
  expect(entry).toMatchObject({ kind: 'contact.break-glass', worst: 'warn' })
  expect(await linesAbout(entry?.traceId ?? '')).toBe(1)
})

test('each time is reviewed: a finding is opened at once, once, and also for two times within one trace', async () => {
  const { ref, reportId } = await withReport()
  const traceparent = '00-5f1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e-1a2b3c4d5e6f7a8b-01'
  const visit = { ...(await town.visit('newcomer')), traceparent }
  for (let time = 0; time < 2; time++) await enterAs(breakGlass, visit, { ...why, ref, reportId })
  const jobs = await town.sql<{ payload: Record<string, unknown> }>(
    `SELECT payload FROM graphile_worker._private_jobs AS job JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id
     WHERE task.identifier = 'finding.review-break-glass' ORDER BY job.id DESC LIMIT 2`,
  )
  for (const { payload } of [...jobs, ...jobs]) await findingTasks['finding.review-break-glass']?.(payload)
  const found = await town.sql<{ concerned_id: string; state: string; entry_id: string }>(
    `SELECT concerned_id, state, entry_id FROM finding WHERE kind = 'access-review' AND issue_ref = $1`,
    [ref],
  )
  expect(found).toMatchObject([
    { concerned_id: town.people.newcomer.id, state: 'open' },
    { concerned_id: town.people.newcomer.id, state: 'open' },
  ])
  expect(new Set(found.map(({ entry_id }) => entry_id)).size).toBe(2)
})

test('work that names no such time opens nothing, and says so', async () => {
  await expect(findingTasks['finding.review-break-glass']?.({ traceId: 'ab'.repeat(16) })).rejects.toMatchObject({
    status: 404,
  })
})

test.each([
  [{ reason: 'Because.' }, { reason: 'check.I03.glass-reason-missing' }],
  [{ category: 'curiosity' }, { category: 'field.choose' }],
])('the glass does not break for %j', async (fields, problem) => {
  const { ref, reportId } = await withReport()
  const outcome = await breakIt('newcomer', { ref, reportId, ...fields })
  expect(outcome.ok || outcome.problem.fields).toEqual(problem)
})

test('a report of another case, and one without a person, open nothing', async () => {
  const here = await withReport()
  const other = await withReport()
  for (const reportId of [other.reportId, here.silentId]) {
    const outcome = await open('handler', { ref: here.ref, reportId })
    expect(outcome.ok || outcome.problem.status).toBe(404)
  }
})

test.each(['entry', 'audit_event', 'processing_line', 'entry_opening'])(
  'nobody sees contact details while %s accepts nothing',
  async (table) => {
    const { ref, reportId } = await withReport()
    await town.breakRecords(table)
    await expect(open('handler', { ref, reportId })).rejects.toThrow()
    await expect(breakIt('newcomer', { ref, reportId })).rejects.toThrow()
  },
)

test('what is shown before opening says who left details, and never which', async () => {
  const { ref, reportId } = await withReport()
  const outcome = await enterAs(showContactWay, await town.visit('newcomer'), { ref })
  expect(outcome.ok && outcome.value).toMatchObject({ relation: 'none', reports: [{ id: reportId }] })
  expect(JSON.stringify(outcome)).not.toContain(rosa.name)
})

test('opening the case shows what was written and no person, and leaves one line for each reporter', async () => {
  const { ref } = await withReport({ reporters: ['resident', 'neighbour', null] })
  const outcome = await enterAs(openCase, await town.visit('handler'), { ref })
  if (!outcome.ok) throw outcome.problem
  const { page } = outcome.value
  expect(page.reports.map(({ hasContact }) => hasContact).sort()).toEqual([false, true, true])
  const sent = JSON.stringify(page)
  for (const { id, name, email } of [rosa, town.people.neighbour]) {
    for (const personal of [id, name, email]) expect(sent).not.toContain(personal)
  }
  const entry = await lastEntry(town, ref)
  const lines = await town.db.processingLine.count({
    where: { traceId: entry?.traceId ?? '', dataSubjectId: { not: null }, name: 'case.open' },
  })
  expect(lines).toBe(2)
})
