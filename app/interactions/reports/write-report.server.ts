import { randomUUID } from 'node:crypto'
import { quadkeyOf } from '~/map/quadkey'
import { Prisma, type Tx } from '~/platform/db.server'
import { newReference } from '~/platform/tokens.server'
import type { Channel, Language } from '~/safeguards/vocabulary'
import type { Answer } from '../categories/answers'
import { followTokenHashOf } from './follow-link.server'
import type { KeptPhoto } from './photo-files.server'

/** One person's statement of an issue, as it is about to be kept. */
export type NewReport = {
  personId: string | null
  enteredBy: string | null
  channel: Channel
  language: Language
  description: string
  answers: readonly Answer[]
  categoryVersion: number
  lat: number | null
  lng: number | null
  area: string | null
  isMeToo: boolean
  isNamePublic: boolean
  mayShareContact: boolean
  noticeVersion: string | null
  photos: readonly KeptPhoto[]
  arePhotosPublic: boolean
  reportedAt: Date
}

export type NewIssue = {
  refPrefix: string
  category: string
  place: string
  lat: number
  lng: number
  area: string | null
  dueAt: Date
}

/** Keeps a new issue with its first report and photos, in one statement: reporting is what most people wait for. */
export async function writeIssue(tx: Tx, issue: NewIssue, report: NewReport) {
  const issueId = randomUUID()
  const reportId = randomUUID()
  for (let draws = 0; draws < 5; draws++) {
    const ref = newReference(issue.refPrefix)
    const written = await tx.$queryRaw<unknown[]>`
      WITH kept_issue AS (
        INSERT INTO issue (id, ref, category_key, place, lat, lng, quadkey, area_key, reported_at, updated_at, due_at)
        VALUES (${issueId}::uuid, ${ref}, ${issue.category}, ${issue.place}, ${issue.lat}, ${issue.lng},
          ${quadkeyOf(issue.lat, issue.lng)}::bigint, ${issue.area}, ${report.reportedAt}, ${report.reportedAt}, ${issue.dueAt})
        ON CONFLICT (ref) DO NOTHING RETURNING id),
      ${reportStatements(reportId, report)}
      SELECT id FROM kept_report`
    if (written.length === 1) return { issueId, reportId, ref }
    // Somebody drew the same reference before: one chance in 482 million each time.
  }
  throw new Error('No free reference was drawn in five tries.')
}

/** Keeps another report of an issue that is known already. */
export async function writeReport(tx: Tx, issueId: string, report: NewReport): Promise<{ reportId: string }> {
  const reportId = randomUUID()
  await tx.$queryRaw`
    WITH kept_issue AS (SELECT ${issueId}::uuid AS id), ${reportStatements(reportId, report)}
    SELECT id FROM kept_report`
  return { reportId }
}

const reportStatements = (reportId: string, report: NewReport): Prisma.Sql => Prisma.sql`
  kept_report AS (
    INSERT INTO report (id, issue_id, person_id, entered_by, channel, language, description, answers, category_version, lat, lng,
      area_key, is_me_too, is_name_public, may_share_contact, notice_version, follow_token_hash, reported_at)
    SELECT ${reportId}::uuid, kept_issue.id, ${report.personId}::uuid, ${report.enteredBy}::uuid, ${report.channel},
      ${report.language}, ${report.description}, ${JSON.stringify(report.answers)}::jsonb, ${report.categoryVersion}::integer,
      ${report.lat}::double precision, ${report.lng}::double precision, ${report.area}::text, ${report.isMeToo}, ${report.isNamePublic},
      ${report.mayShareContact}, ${report.noticeVersion}::text, ${followTokenHashOf(reportId)}, ${report.reportedAt}
    FROM kept_issue RETURNING id),
  kept_photos AS (
    INSERT INTO photo (report_id, file_key, width, height, alt, is_public, added_at)
    SELECT kept_report.id, p->>'fileKey', (p->>'width')::integer, (p->>'height')::integer, p->>'alt',
      ${report.arePhotosPublic}, ${report.reportedAt}
    FROM kept_report, jsonb_array_elements(${JSON.stringify(report.photos)}::jsonb) AS p)`
