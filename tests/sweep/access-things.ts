import { randomUUID } from 'node:crypto'
import { makeLink } from '~/interactions/accounts/one-time-link.server'
import { settingsNow } from '~/interactions/administration/settings-versions.server'
import { aCase, versionOf } from '~/interactions/cases/case.fixture'
import { openContactDetails } from '~/interactions/cases/open-contact.server'
import { moveOn } from '~/interactions/findings/finding.server'
import { openFinding } from '~/interactions/findings/open-finding.server'
import { writeLetter } from '~/interactions/letters/letter.server'
import { makeStaff } from '~/interactions/people/person.server'
import { sealOfPerson } from '~/interactions/people/person-key.server'
import { followTokenHashOf, followTokenOf } from '~/interactions/reports/follow-link.server'
import { stampOf } from '~/interactions/reports/human-check.server'
import { lampReport } from '~/interactions/reports/report-form.fixture'
import { Prisma } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { newFileKey } from '~/platform/files.server'
import { files } from '~/platform/files-here.server'
import { stampForm } from '~/platform/human.server'
import { newToken, tokenHash } from '~/platform/tokens.server'
import { enterAs } from '~/safeguards/door.server'
import type { useTown } from '../town'

export type Testdam = ReturnType<typeof useTown>
export type Things = Awaited<ReturnType<typeof layOut>>

const newStaff = () => ({
  email: `${randomUUID()}@testdam.example`,
  role: 'civil-servant' as const,
  language: 'en' as const,
  jobTitle: 'Trainee',
})
const yesNo = (key: string, en: string) => ({
  key,
  type: 'yes-no',
  label: { en },
  isRequired: false,
  seenBy: 'everybody',
})
const rudeQuestions = [yesNo('is-it-rude', 'Is it rude?'), yesNo('is-it-big', 'Is it big?')]
const longAgo = () => new Date(Date.now() - 60_000)
const hashed = (token: string) => new Uint8Array(tokenHash(token))

/**
 * One of everything that somebody can own or hold: a case in the south, its report by the owner (the resident), a photo
 * that is not public, a follow, a letter, links by mail, a proposed change, a job that failed, a colleague who can be let go.
 */
export async function layOut(town: Testdam, authorId: string) {
  const { people, spots } = town
  const { id, ref } = await aCase(town, { category: 'pothole', area: 'south', assignee: 'handler' })
  const free = await aCase(town, { category: 'pothole', area: 'south' })
  const now = new Date()
  const secrets = { receipt: '', followEnd: newToken(), browser: newToken(), photo: randomUUID() }
  const fileKey = newFileKey('photos', 'webp')
  await files().put(fileKey, Buffer.from('RIFF....WEBP a picture of the owner'), 'image/webp')
  const made = await town.given(async (tx) => {
    const report = await tx.report.findFirstOrThrow({ where: { issueId: id } })
    secrets.receipt = followTokenOf(report.id)
    await tx.report.update({ where: { id: report.id }, data: { followTokenHash: followTokenHashOf(report.id) } })
    await tx.photo.create({
      data: { id: secrets.photo, reportId: report.id, fileKey, width: 1, height: 1, isPublic: false, addedAt: now },
    })
    const own = await sealOfPerson(tx, people.resident.id)
    const follow = {
      personId: people.resident.id,
      language: 'en',
      askedAt: now,
      endTokenHash: hashed(secrets.followEnd),
      sealedEndToken: own?.seal(secrets.followEnd, 'follow.sealed_end_token') ?? null,
    }
    const { id: followId } = await tx.follow.create({ data: { ...follow, issueId: id, confirmedAt: now } })
    const asked = await tx.follow.create({ data: { ...follow, areaKey: 'south', endTokenHash: hashed(newToken()) } })
    const confirm = await makeLink(
      tx,
      { purpose: 'follow-confirm', minutes: 60, personId: people.resident.id, content: { followId: asked.id } },
      now,
    )
    const staff = await makeStaff(tx, { ...newStaff(), name: 'Sam New' }, now)
    const mandate = await tx.mandate.create({
      data: {
        personId: staff.personId,
        acts: ['answer'],
        validFrom: now,
        validUntil: new Date('2100-01-01'),
        grantedBy: people.administrator.id,
        grantedAt: now,
        ground: 'Mandate decree of Testdam 2020',
      },
    })
    const browserHash = hashed(secrets.browser)
    const invite = await makeLink(tx, { purpose: 'staff-invite', minutes: 60, personId: staff.personId }, now)
    const signIn = await makeLink(
      tx,
      { purpose: 'sign-in', minutes: 10, personId: people.resident.id, browserHash, content: { next: '/me' } },
      now,
    )
    const onceKey = `sweep:${id}`
    await writeLetter(
      { tx, now, after: () => {} },
      { onceKey, personId: people.resident.id, template: 'report-received', language: 'en', issueId: id },
    )
    const mail = await tx.mail.update({ where: { onceKey }, data: { state: 'failed' } })
    await tx.proposedChange.updateMany({
      where: { state: 'waiting' },
      data: { state: 'withdrawn', decidedBy: authorId, decidedAt: now },
    })
    const pothole = await tx.category.findUniqueOrThrow({ where: { key: 'pothole' } })
    const change = (objectKey: string, author: string, changes: object[]) =>
      tx.proposedChange.create({
        data: {
          kind: 'category',
          objectKey,
          changes,
          reason: 'The crews are slower in winter.',
          authorId: author,
          proposedAt: now,
          revisedAt: now,
        },
      })
    const days = pothole.serviceDays ?? 10
    const { id: changeId } = await change('pothole', authorId, [
      { field: 'serviceDays', before: days, after: days + 1 },
    ])
    const { id: ownChangeId } = await change('graffiti', people.administrator.id, [
      { field: 'serviceDays', before: null, after: 9 },
    ])
    const graffiti = await tx.category.findUniqueOrThrow({ where: { key: 'graffiti' } })
    const whose = { categoryKey: 'graffiti', authorId: people.administrator.id }
    await tx.categoryDraft.deleteMany({ where: whose })
    await tx.categoryDraft.create({
      data: { ...whose, questions: rudeQuestions, baseVersion: graffiti.version, updatedAt: now },
    })
    const gone = await makeStaff(tx, { ...newStaff(), name: 'Gus Gone' }, now)
    await tx.person.update({ where: { id: gone.personId }, data: { disabledAt: now } })
    const declared = await tx.interestDeclaration.create({
      data: { issueId: id, personId: people.northHandler.id, kind: 'property', outcome: 'open', declaredAt: now },
    })
    const { version: townVersion } = await settingsNow(tx)
    return {
      reportId: report.id,
      followId,
      followConfirm: confirm.token,
      staffId: staff.personId,
      mandate: String(mandate.id),
      goneId: gone.personId,
      declaration: declared.id,
      declaredAt: now.toISOString(),
      invite: invite.token,
      signIn: signIn.token,
      mailId: mail.id,
      changeId,
      ownChangeId,
      graffitiVersion: String(graffiti.version),
      townVersion: String(townVersion),
    }
  })
  const [job] = await town.sql<{ id: string }>(
    `SELECT id FROM graphile_worker.add_job('letter.send', '{}', max_attempts => 3)`,
  )
  await town.sql('UPDATE graphile_worker._private_jobs SET attempts = 3, last_error = $1 WHERE id = $2', ['x', job?.id])
  const findings = await layOutFindings(town, { ref, reportId: made.reportId, now })
  const [entry] = await town.sql<{ id: string }>('SELECT id FROM entry ORDER BY entry_id DESC LIMIT 1')
  return {
    ...secrets,
    ...made,
    ...findings,
    ref,
    version: await versionOf(town, ref),
    freeRef: free.ref,
    freeVersion: await versionOf(town, free.ref),
    entry: String(entry?.id),
    job: String(job?.id),
    handlerId: people.handler.id,
    officerId: people.oversight.id,
    ownerId: people.resident.id,
    point: `${spots.south.lat},${spots.south.lng}`,
    reportStamp: stampOf('report', longAgo()),
    meTooStamp: stampOf('me-too', longAgo()),
    followStamp: stampForm(env().secretKey, 'follow', longAgo()),
    lamp: lampReport(spots.north),
  }
}

/** A look that nobody asked about, a finding that the handler was asked about, and a look that a second officer wants hidden. */
async function layOutFindings(town: Testdam, { ref, reportId, now }: { ref: string; reportId: string; now: Date }) {
  const { people } = town
  const look = { ref, reportId, purposeOfUse: 'handle-report' }
  const opened = await enterAs(openContactDetails, await town.visit('handler'), look)
  if (!opened.ok) throw opened.problem
  const [line] = await town.sql<{ lineId: string; lookEntry: string }>(
    `SELECT l.line_id::text AS "lineId", e.id AS "lookEntry" FROM processing_line l JOIN entry e ON e.trace_id = l.trace_id
     WHERE l.name = 'contact.open' AND e.object_ref = $1 AND l.data_subject_id IS NOT NULL`,
    [ref],
  )
  if (!line) throw new Error('The look left no line.')
  return town.given(async (tx) => {
    const { id: finding } = await openFinding(tx, {
      kind: 'question',
      about: { type: 'line', ref: String(Math.floor(Math.random() * 1e12)) },
      openedAt: now,
      issueRef: ref,
      concernedId: people.handler.id,
      department: people.handler.department,
      asked: { personId: people.resident.id, language: 'en', words: 'Why was this opened?', isSignedIn: true },
    })
    const by = { byId: people.oversight.id, text: 'It has to be looked into.', now }
    await moveOn(tx, { id: finding }, { ...by, kind: 'assigned', set: Prisma.sql`officer_id = ${by.byId}::uuid` })
    await moveOn(tx, { id: finding }, { ...by, kind: 'asked', set: Prisma.sql`state = 'asked', asked_to = 'person'` })
    const officer = { ...newStaff(), role: 'oversight' as const, jobTitle: 'Second oversight officer' }
    const { personId: proposer } = await makeStaff(tx, { ...officer, name: 'Otto Second' }, now)
    const [hidden] = await tx.$queryRaw<{ exceptionId: string }[]>`
      INSERT INTO look_exception (entry_id, looker_id, legal_ground, reason, ends_at, proposed_by, proposed_at)
      VALUES (${line.lookEntry}::uuid, ${people.handler.id}::uuid, 'GDPR 23(1)(d)', 'An investigation runs.',
        ${new Date(now.getTime() + 86_400_000)}, ${proposer}::uuid, ${now}) RETURNING id AS "exceptionId"`
    return { ...line, finding, findingVersion: '3', exceptionId: hidden?.exceptionId ?? '' }
  })
}
