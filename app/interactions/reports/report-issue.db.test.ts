import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { enterAs } from '~/safeguards/door.server'
import { useTown } from '~tests/town'
import { followTokenHashOf } from './follow-link.server'
import { lampReport } from './report-form.fixture'
import { reportIssue } from './report-issue.server'

const town = useTown()
const counts = async () => ({
  issues: await town.db.issue.count(),
  reports: await town.db.report.count(),
  people: await town.db.person.count(),
})

test('a resident without an account reports a lamp, and the town knows what, where and until when', async () => {
  const outcome = await enterAs(reportIssue, await town.visit('anybody'), lampReport(town.spots.north))
  if (!outcome.ok) throw outcome.problem
  const { ref, reportId } = outcome.value
  expect(ref).toMatch(/^TDM-[2-9B-Z]{4}-[2-9B-Z]{3}$/)
  const issue = await town.db.issue.findUniqueOrThrow({ where: { ref }, include: { reports: true } })
  expect(issue).toMatchObject({ categoryKey: 'street-light', status: 'open', areaKey: 'north', reportCount: 1 })
  expect(issue.quadkey).toBe(town.spots.north.quadkey)
  expect(issue.place).toContain('Kerkstraat')
  expect(issue.dueAt?.getTime()).toBeGreaterThan(issue.reportedAt.getTime())
  const [report] = issue.reports
  expect(report).toMatchObject({
    id: reportId,
    personId: null,
    channel: 'web',
    language: 'en',
    description: 'The lamp beside the bench is out.',
    answers: [
      { question: 'trouble', value: 'off' },
      { question: 'pole-number', value: '14-B' },
    ],
    isMeToo: false,
    isNamePublic: false,
    noticeVersion: '1',
  })
  expect(report?.followTokenHash).toEqual(followTokenHashOf(reportId))
})

test('a report leaves one entry, one participation record and a job, and no line about a person who left no name', async () => {
  const outcome = await enterAs(reportIssue, await town.visit('anybody'), lampReport(town.spots.south))
  if (!outcome.ok) throw outcome.problem
  const entry = await town.db.entry.findFirstOrThrow({ where: { objectRef: outcome.value.ref } })
  expect(entry).toMatchObject({
    kind: 'issue.report',
    areaKey: 'south',
    channel: 'web',
    isRefused: false,
    worst: 'pass',
  })
  expect((entry.checks as { id: string }[]).map(({ id }) => id)).toEqual(['L01', 'L02', 'L05', 'L04'])
  expect(await town.db.processingLine.count({ where: { traceId: entry.traceId, dataSubjectId: { not: null } } })).toBe(
    0,
  )
  expect(await town.db.participationRecord.count({ where: { interaction: 'issue.report', areaKey: 'south' } })).toBe(1)
  expect((await town.queued()).map(({ task }) => task)).toContain('follow.tell')
})

test('who leaves a mail address becomes a person whose details nobody can read in the database, and gets a letter', async () => {
  const email = 'nina.dekker@mail.example'
  town.neverInRecords(email, 'Nina Dekker', '+31 6 1234 5678')
  const given = { name: 'Nina Dekker', email, phone: '+31 6 1234 5678', isNamePublic: 'yes', mayShareContact: 'yes' }
  const outcome = await enterAs(
    reportIssue,
    await town.visit('anybody', { language: 'nl' }),
    lampReport(town.spots.north, given),
  )
  if (!outcome.ok) throw outcome.problem
  const { reportId, ref } = outcome.value
  const report = await town.db.report.findUniqueOrThrow({ where: { id: reportId }, include: { person: true } })
  expect(report).toMatchObject({ isNamePublic: true, mayShareContact: true, language: 'nl' })
  expect(report.person?.language).toBe('nl')
  expect(JSON.stringify(await town.sql('SELECT * FROM person'))).not.toContain('Dekker')
  expect(await town.db.mail.findMany({ where: { personId: report.personId ?? '' } })).toMatchObject([
    { template: 'report-received' },
  ])
  const entry = await town.db.entry.findFirstOrThrow({ where: { objectRef: ref } })
  expect(await town.db.processingLine.count({ where: { traceId: entry.traceId, dataSubjectId: { not: null } } })).toBe(
    1,
  )
})

test.each([
  ['somebody who typed an address is asked by mail first', 'anybody', ['follow-confirm', 'report-received'], false],
  ['a resident who signed in with it follows at once', 'resident', ['report-received'], true],
] as const)('who ticks that they want news: %s', async (_, who, letters, isConfirmed) => {
  const email = `ticked.${who}@mail.example`
  town.neverInRecords(email)
  const given = { wantsNews: 'yes', ...(who === 'anybody' && { email }) }
  const outcome = await enterAs(reportIssue, await town.visit(who), lampReport(town.spots.north, given))
  if (!outcome.ok) throw outcome.problem
  await town.work()
  const { personId, issueId } = await town.db.report.findUniqueOrThrow({ where: { id: outcome.value.reportId } })
  const mails = await town.db.mail.findMany({ where: { personId: personId ?? '' }, orderBy: { template: 'asc' } })
  expect(mails.map(({ template }) => template)).toEqual(letters)
  const follow = await town.db.follow.findFirstOrThrow({ where: { issueId, personId: personId ?? '' } })
  expect(follow.confirmedAt !== null).toBe(isConfirmed)
  const asked = await town.db.entry.findFirstOrThrow({
    where: { kind: 'follow.own-report', objectRef: outcome.value.ref },
  })
  expect(asked.problem).toBeNull()
})

test('who does not tick it follows nothing', async () => {
  const outcome = await enterAs(reportIssue, await town.visit('resident'), lampReport(town.spots.north))
  if (!outcome.ok) throw outcome.problem
  await town.work()
  expect(await town.db.follow.count({ where: { issue: { ref: outcome.value.ref } } })).toBe(0)
})

test('a name that was not given is neither shown nor passed on', async () => {
  const asked = { isNamePublic: 'yes', mayShareContact: 'yes', name: '  ', email: '' }
  const outcome = await enterAs(reportIssue, await town.visit('anybody'), lampReport(town.spots.north, asked))
  if (!outcome.ok) throw outcome.problem
  const report = await town.db.report.findUniqueOrThrow({ where: { id: outcome.value.reportId } })
  expect(report).toMatchObject({ personId: null, isNamePublic: false, mayShareContact: false })
})

test('a resident who signed in owns the report', async () => {
  const outcome = await enterAs(reportIssue, await town.visit('resident'), lampReport(town.spots.north))
  if (!outcome.ok) throw outcome.problem
  const report = await town.db.report.findUniqueOrThrow({ where: { id: outcome.value.reportId } })
  expect(report.personId).toBe(town.people.resident.id)
})

test('a civil servant with a mandate writes down what somebody says on the phone', async () => {
  const asked = { channel: 'phone', phone: '020 123 45 67' }
  town.neverInRecords('020 123 45 67')
  const outcome = await enterAs(reportIssue, await town.visit('handler'), lampReport(town.spots.north, asked))
  if (!outcome.ok) throw outcome.problem
  const report = await town.db.report.findUniqueOrThrow({ where: { id: outcome.value.reportId } })
  expect(report).toMatchObject({ channel: 'phone', enteredBy: town.people.handler.id })
  expect(report.personId).not.toBe(town.people.handler.id)
  const took = await town.db.participationRecord.findFirst({ where: { channel: 'phone', isAssisted: true } })
  expect(took?.interaction).toBe('issue.report')
})

test.each([
  ['resident', true],
  ['anybody', true],
  ['handler', true],
  ['newcomer', false],
  ['oversight', false],
  ['administrator', false],
  ['system', false],
] as const)('%s at the door with a report: %s', async (who, isAllowed) => {
  const before = await counts()
  const outcome = await enterAs(reportIssue, await town.visit(who), lampReport(town.spots.north, { channel: 'desk' }))
  expect(outcome.ok).toBe(isAllowed)
  expect((await town.db.issue.count()) - before.issues).toBe(isAllowed ? 1 : 0)
})

test('a civil servant hears which mandate is missing', async () => {
  const visit = await town.visit('northHandler')
  const outcome = await enterAs(reportIssue, visit, lampReport(town.spots.south, { channel: 'desk' }))
  expect(outcome.ok || outcome.problem.toJSON()).toMatchObject({ status: 403, values: { check: 'L13' } })
})

test.each([
  ['a place outside the town', { lat: '52.5', lng: '4.9' }, 'outside-town'],
  ['a place off the map', { lat: '', lng: '' }, 'invalid-input'],
  ['a kind of issue that cannot wait', { category: 'gas-smell' }, 'call-instead'],
  ['a kind of issue the town does not know', { category: 'unicorn' }, 'not-choosable'],
  ['an answer that is required', { answers: {} }, 'invalid-input'],
  ['a mail address that is none', { email: 'nina at home' }, 'invalid-input'],
  ['a text that is too long', { description: 'x'.repeat(2001) }, 'invalid-input'],
  ['no notice about personal data', { noticeVersion: undefined }, 'refused-by-safeguard'],
  ['an old notice', { noticeVersion: '0' }, 'refused-by-safeguard'],
  ['a text about somebody’s health', { description: 'My neighbour has cancer and cannot see.' }, 'sensitive-text'],
] as const)('%s makes no report, and what was typed comes back', async (_, wrong, type) => {
  const before = await counts()
  const outcome = await enterAs(reportIssue, await town.visit('anybody'), lampReport(town.spots.north, wrong))
  if (outcome.ok) throw new Error('It was taken.')
  expect(outcome.problem.type).toBe(type)
  expect(outcome.problem.kept?.['answers.trouble'] ?? outcome.problem.kept?.description).toBeTypeOf('string')
  expect(await counts()).toEqual(before)
})

test('words about a person are shown to their writer, blacked out if they like, and kept if they insist', async () => {
  const description = 'My neighbour has cancer and cannot see the kerb.'
  town.neverInRecords('neighbour has cancer')
  const visit = await town.visit('anybody')
  const asked = await enterAs(reportIssue, visit, lampReport(town.spots.north, { description }))
  expect(asked.ok || asked.problem.toJSON()).toMatchObject({
    found: [{ field: 'description', words: 'cancer', kind: 'health' }],
    blackedOut: { description: 'My neighbour has [health] and cannot see the kerb.' },
  })
  const out = await enterAs(reportIssue, visit, lampReport(town.spots.north, { description, privacy: 'black-out' }))
  const kept = await enterAs(reportIssue, visit, lampReport(town.spots.north, { description, privacy: 'keep' }))
  if (!out.ok || !kept.ok) throw new Error('It was not taken.')
  const texts = await town.db.report.findMany({
    where: { id: { in: [out.value.reportId, kept.value.reportId] } },
    orderBy: { reportedAt: 'asc' },
  })
  expect(texts.map((report) => report.description)).toEqual([
    'My neighbour has [health] and cannot see the kerb.',
    description,
  ])
  expect(kept.warnings).toMatchObject([{ id: 'L04', outcome: 'warn', explanation: 'check.L04.kept' }])
})

test('twenty copies of one form at the same time make one report, and each gets its reference', async () => {
  const before = await counts()
  const form = lampReport(town.spots.north, { once: randomUUID(), email: 'twenty@mail.example' })
  town.neverInRecords('twenty@mail.example')
  const visit = await town.visit('anybody')
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => enterAs(reportIssue, visit, form)))
  const refs = new Set(outcomes.map((outcome) => outcome.ok && outcome.value.ref))
  expect(refs.size).toBe(1)
  expect([...refs][0]).toMatch(/^TDM-/)
  expect(await counts()).toEqual({ issues: before.issues + 1, reports: before.reports + 1, people: before.people + 1 })
  const other = await enterAs(reportIssue, visit, { ...form, description: 'Another text.' })
  expect(other.ok || other.problem.status).toBe(422)
})

test.each(['entry', 'processing_line', 'participation_record', 'entry_pending'])(
  'when the record %s cannot be written, there is no report, no person and no letter',
  async (table) => {
    const before = { ...(await counts()), mails: await town.db.mail.count() }
    await town.breakRecords(table)
    const form = lampReport(town.spots.north, { name: 'Nobody Atall', phone: '020 999 99 99' })
    await expect(enterAs(reportIssue, await town.visit('anybody'), form)).rejects.toThrow()
    expect({ ...(await counts()), mails: await town.db.mail.count() }).toEqual(before)
  },
)

const stranger = { address: '192.0.2.7' }
test('a form that was filled in as programs do it is not taken', async () => {
  const visit = { ...(await town.visit('anybody')), ...stranger }
  const plain = await enterAs(reportIssue, visit, lampReport(town.spots.north))
  expect(plain.ok || plain.problem.type).toBe('sent-by-program')
  const trapped = await enterAs(
    reportIssue,
    visit,
    lampReport(town.spots.north, { 'second-website': 'http://spam.example' }),
  )
  expect(trapped.ok || trapped.problem.type).toBe('sent-by-program')
})
