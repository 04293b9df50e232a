import { Prisma, type Tx } from '~/platform/db.server'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { noticeFact } from '../accounts/notice-shown.input'
import { isClosed } from '../issues/issue'
import { tellFollowers } from '../letters/letter.server'
import { townOf } from '../town/town.server'
import { channelOf } from './channel'
import { markSent } from './drafts/draft-box.server'
import { dueAtOf } from './due'
import { checkSender } from './human-check.server'
import { writeToReporter } from './letters-to-reporter.server'
import { meTooInput } from './me-too.input'
import { keepPhotos } from './photo-files.server'
import { settledTexts } from './private-words.server'
import { ReportedBefore } from './problems'
import { reporterOf } from './reporter.server'
import { writeReport } from './write-report.server'

/**
 * Somebody sees the same problem. It counts as a report of its own; when the town had closed the issue, "it is still there"
 * opens it again with a new day for an answer.
 */
export const meToo = defineInteraction({
  name: 'issue.me-too',
  input: meTooInput,
  roles: ['resident', 'civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['responsive', 'performing'],
  mandate: 'report-for-resident',
  limit: { times: 60, perSeconds: 3600 },
  effect: 'write',
  touches: {
    report: ['description', 'location'],
    photo: ['picture'],
    contact: ['name', 'email', 'phone'],
    issue: ['status', 'report-count'],
  },

  async facts({ input, tx, language }) {
    const { category_key, area_key } = await knownIssue(tx, input.ref)
    const noticeShown = noticeFact(input)
    return {
      collectsFromPerson: true,
      ...(noticeShown && { noticeShown }),
      freeText: settledTexts({ description: input.description }, input.privacy, language),
      keptSensitiveText: input.privacy === 'keep',
      mandateFor: { category: category_key, area: area_key },
    }
  },

  async handle(context) {
    const { input, actor, tx, now, after, address } = context
    checkSender('me-too', input, { address, now, actor })
    const town = await townOf(tx)
    const issue = await knownIssue(tx, input.ref, 'FOR UPDATE')
    const language = input.letterLanguage ?? context.language
    const reporter = await reporterOf({ tx, now, actor, language }, input)
    // Only of somebody who signed in: else anybody could find out who reported by trying addresses.
    if (actor.role === 'resident' && actor.id && !isClosed(issue.status) && (await hasReported(tx, issue.id, actor.id)))
      throw new ReportedBefore()
    const { description = '' } = settledTexts({ description: input.description }, input.privacy, context.language)
    const isReopened = isClosed(issue.status)
    // Before the new report is kept, so that its writer is not told what they have just done.
    if (isReopened) {
      await reopen(
        tx,
        issue.id,
        dueAtOf(town, { serviceDays: issue.service_days, serviceDayKind: issue.service_day_kind }, now),
        language,
        now,
      )
      await tellFollowers(
        { tx, after, now },
        { issueId: issue.id, template: 'reopened', onceKey: `reopened:${issue.id}:${now.getTime()}` },
      )
    }
    await tx.$executeRaw`UPDATE issue SET report_count = report_count + 1, updated_at = ${now} WHERE id = ${issue.id}::uuid`
    const { reportId } = await writeReport(tx, issue.id, {
      personId: reporter.personId,
      enteredBy: actor.role === 'civil-servant' ? actor.id : null,
      channel: channelOf(context),
      language,
      description,
      answers: [],
      categoryVersion: issue.category_version,
      lat: input.lat ?? issue.lat,
      lng: input.lng ?? issue.lng,
      area: issue.area_key,
      isMeToo: true,
      isNamePublic: input.isNamePublic && reporter.hasName,
      mayShareContact: input.mayShareContact && reporter.personId !== null,
      noticeVersion: input.noticeVersion ?? null,
      photos: await keepPhotos(input.files),
      arePhotosPublic: !town.settings.photosNeedLook,
      reportedAt: now,
    })
    if (input.draftToken) await markSent(tx, input.draftToken, reportId, now)
    const letter = { issueId: issue.id, reportId, language, wantsNews: input.wantsNews }
    await writeToReporter({ tx, after, now }, reporter, letter)
    return {
      ref: issue.ref,
      reportId,
      area: issue.area_key,
      personId: reporter.personId,
      category: issue.category_key,
      isReopened,
      channel: channelOf(context),
    }
  },

  about: (_, { ref, area, personId, category, isReopened, channel }, actor) => ({
    object: { type: 'issue', ref },
    area,
    subjects: personId ? [personId] : [],
    facts: { category, me_too: true, reopened: isReopened },
    channel,
    isAssisted: actor.role === 'civil-servant' && channel !== 'staff',
  }),
})

type KnownIssue = {
  id: string
  ref: string
  status: string
  category_key: string
  area_key: string | null
  lat: number | null
  lng: number | null
  service_days: number | null
  service_day_kind: string
  category_version: number
}

// Locked by the handler: two people who find it still there at the same moment open it once, and both are counted.
async function knownIssue(tx: Tx, ref: string, lock?: 'FOR UPDATE'): Promise<KnownIssue> {
  const [issue] = await tx.$queryRaw<KnownIssue[]>`
    SELECT i.id, i.ref, i.status, i.category_key, i.area_key, i.lat, i.lng, c.service_days, c.service_day_kind,
      c.version AS category_version
    FROM issue i JOIN category c ON c.key = i.category_key
    WHERE i.ref = ${ref} AND NOT i.is_hidden ${lock === undefined ? Prisma.empty : Prisma.sql`FOR UPDATE OF i`}`
  if (!issue) throw new NotFound()
  return issue
}

async function hasReported(tx: Tx, issueId: string, personId: string): Promise<boolean> {
  return (await tx.report.findFirst({ where: { issueId, personId }, select: { id: true } })) !== null
}

async function reopen(tx: Tx, issueId: string, dueAt: Date, language: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    WITH opened AS (
      UPDATE issue SET status = 'open', closed_at = NULL, due_at = ${dueAt}, acknowledged_at = NULL,
        reopened_count = reopened_count + 1, updated_at = ${now}
      WHERE id = ${issueId}::uuid RETURNING id)
    INSERT INTO issue_update (issue_id, kind, text, language, status_after, published_at)
    SELECT id, 'reopened', '', ${language}, 'open', ${now} FROM opened`
}
