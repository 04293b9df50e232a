import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { holdClock } from '~/platform/clock.server'
import { enterAs } from '~/safeguards/door.server'
import { useTown } from '~tests/town'
import { feedIssues } from './feed-issues.server'
import { anIssue, aReport } from './issues.fixture'
import { listIssues } from './list-issues.server'
import { readIssue } from './read-issue.server'

const town = useTown()
const issue = anIssue({ reportCount: 3, status: 'not-resolved', closedAt: new Date('2026-11-23T10:00:00Z') })
const nearby = anIssue({ categoryKey: 'pothole', lat: 52.3757, lng: 4.9002 })
const far = anIssue({ lat: 52.365, lng: 4.9 })
const hidden = anIssue({ isHidden: true })
const at = (time: string) => new Date(`2026-11-${time}:00Z`)

beforeAll(async () => {
  const { resident, neighbour, handler } = town.people
  await town.given(async (tx) => {
    await tx.issue.createMany({ data: [issue, nearby, far, hidden] })
    const first = randomUUID()
    await tx.report.createMany({
      data: [
        aReport(issue.id, {
          id: first,
          personId: resident.id,
          channel: 'phone',
          description: 'The lamp is out',
          answers: [{ question: 'trouble', value: 'off' }],
          reportedAt: at('20T09:00'),
        }),
        aReport(issue.id, {
          personId: neighbour.id,
          isNamePublic: true,
          isMeToo: true,
          description: 'Still dark',
          reportedAt: at('21T09:00'),
        }),
        aReport(issue.id, { isMeToo: true, reportedAt: at('21T10:00') }),
      ],
    })
    await tx.photo.createMany({
      data: [true, false].map((isPublic, n) => ({
        reportId: first,
        fileKey: `photo-${n}`,
        width: 800,
        height: 600,
        alt: `Photo ${n}`,
        isPublic,
        addedAt: at('20T09:00'),
      })),
    })
    await tx.note.create({
      data: { issueId: issue.id, authorId: handler.id, text: 'Not for the public', writtenAt: at('21T11:00') },
    })
    const by = { issueId: issue.id, language: 'en', authorId: handler.id, authorTitle: 'Officer public space' }
    await tx.issueUpdate.create({
      data: { ...by, kind: 'acknowledged', statusAfter: 'in-progress', publishedAt: at('21T12:00') },
    })
    const decided = await tx.issueUpdate.create({
      data: { ...by, kind: 'decision', statusAfter: 'not-resolved', publishedAt: at('23T10:00') },
    })
    const { id: mandateId } = await tx.mandate.findFirstOrThrow({ where: { personId: handler.id } })
    await tx.decision.create({
      data: {
        issueId: issue.id,
        updateId: decided.id,
        outcome: 'not-resolved',
        facts: 'The pole is not ours.',
        ground: 'Lighting plan, section 2',
        reasons: 'The owner of the square lights it.',
        redressBody: 'Objections committee of Testdam',
        redressUntil: new Date('2027-01-04'),
        redressAddress: 'Dam 1',
        language: 'en',
        decidedBy: handler.id,
        decidedTitle: 'Officer public space',
        mandateId,
        decidedAt: at('23T10:00'),
      },
    })
  })
})

async function read(ref: string) {
  holdClock(at('24T12:00'))
  return enterAs(readIssue, await town.visit('anybody'), { ref })
}

test('anybody reads the story: who reported it by which way, what the town did and what it decided, and why', async () => {
  const outcome = await read(issue.ref)
  if (!outcome.ok) throw outcome.problem
  const { value } = outcome
  expect(value).toMatchObject({
    ref: issue.ref,
    category: 'Street light',
    reportCount: 3,
    status: 'not-resolved',
    area: 'North',
  })
  expect(value.channels.map(({ channel, count }) => [channel, count])).toEqual([
    ['phone', 1],
    ['web', 2],
  ])
  expect(value.reports.map(({ description, name, answers }) => ({ description, name, answers }))).toEqual([
    {
      description: 'The lamp is out',
      name: null,
      answers: [{ question: 'What is wrong with the light?', answer: 'It is off' }],
    },
    { description: 'Still dark', name: 'Nadia El Amrani', answers: [] },
  ])
  expect(value.updates.map(({ kind }) => kind)).toEqual(['acknowledged', 'decision'])
  expect(value.updates[1]?.decision).toMatchObject({
    facts: 'The pole is not ours.',
    ground: 'Lighting plan, section 2',
    reasons: 'The owner of the square lights it.',
    redressUntil: '2027-01-04',
  })
})

test('a photo that is not public, an internal note and whoever did not ask to be named stay out of the page', async () => {
  const outcome = await read(issue.ref)
  if (!outcome.ok) throw outcome.problem
  expect(outcome.value.photos.map(({ alt }) => alt)).toEqual(['Photo 0'])
  const page = JSON.stringify(outcome.value)
  for (const secret of [
    'Not for the public',
    'Rosa Jansen',
    town.people.resident.id,
    town.people.handler.id,
    'Hanna',
    issue.id,
  ]) {
    expect(page).not.toContain(secret)
  }
})

test('lists, feeds and pages are read without a look at any table or column with personal data', async () => {
  const closed = [
    'person',
    'person_key',
    'note',
    'entry_opening',
    'processing_line',
    'mail',
    'follow',
    'session',
    'draft',
  ]
  const columns =
    'id, issue_id, channel, language, description, answers, reported_at, is_name_public, person_id, import_batch_id'
  await town.sql(`REVOKE SELECT ON ${closed.join(', ')}, report FROM meent_app`)
  await town.sql(`GRANT SELECT (${columns}) ON report TO meent_app`)
  try {
    const visit = await town.visit('anybody')
    expect((await enterAs(readIssue, visit, { ref: nearby.ref })).ok).toBe(true)
    expect((await enterAs(listIssues, visit, { q: 'lamp' })).ok).toBe(true)
    expect((await enterAs(feedIssues, visit, {})).ok).toBe(true)
    // The grants do hold: the one page that shows a name at its owner's wish cannot be read now.
    await expect(enterAs(readIssue, visit, { ref: issue.ref })).rejects.toThrow(/permission denied/)
  } finally {
    await town.sql(`REVOKE SELECT (${columns}) ON report FROM meent_app`)
    await town.sql(`GRANT SELECT ON ${closed.join(', ')}, report TO meent_app`)
  }
})

test('a hidden issue and one that never was are both simply not here', async () => {
  for (const ref of [hidden.ref, 'TDM-2222-222', "' OR 1=1", '']) {
    const outcome = await read(ref)
    expect(outcome.ok ? null : outcome.problem.status).toBe(404)
  }
})

test('a reference is understood in small letters too', async () => {
  const outcome = await read(issue.ref.toLowerCase())
  expect(outcome.ok && outcome.value.ref).toBe(issue.ref)
})

test('what is open within 250 metres is shown beside it, and nothing else', async () => {
  const outcome = await read(issue.ref)
  expect(outcome.ok && outcome.value.nearby.map(({ ref }) => ref)).toEqual([nearby.ref])
})

test('who looked is told by role, purpose and number, never by name', async () => {
  const { ref } = nearby
  await town.sql(
    `INSERT INTO audit_event (trace_id, span_id, event_type, outcome_indicator, person_id, role, purpose_of_use, protocol, object_type,
      object_ref, fields, happened_at) SELECT repeat('a', 32), repeat('b', 16), 'read', '0', $2::uuid, 'civil-servant', 'handle-report',
      'assigned', 'issue', $1, f, now() FROM (VALUES (ARRAY['contact.email', 'contact.phone']), (ARRAY['report.description']),
      (ARRAY['report.description'])) AS fields(f)`,
    [ref, town.people.handler.id],
  )
  const outcome = await read(ref)
  if (!outcome.ok) throw outcome.problem
  expect(
    outcome.value.looks.map(({ role, purpose, hasContact, count }) => ({ role, purpose, hasContact, count })),
  ).toEqual([
    { role: 'civil-servant', purpose: 'handle-report', hasContact: true, count: 1 },
    { role: 'civil-servant', purpose: 'handle-report', hasContact: false, count: 2 },
  ])
})
