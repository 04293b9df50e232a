import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { InvalidInput, NotFound } from '~/platform/problems'
import { tokenHash } from '~/platform/tokens.server'
import { defineInteraction } from '~/safeguards/door.server'
import { noticeFact, noticeShown } from '../../accounts/notice-shown.input'
import { dueAfterPause } from '../../cases/paused-clock'
import { townOf } from '../../town/town.server'
import { keepPhotos } from '../photo-files.server'
import { settledTexts } from '../private-words.server'
import { description, privacy, sentFiles } from '../report-issue.input'

// A report grows by what its writer adds; at this length it is a story for the desk or the phone.
const longestInAll = 8000
const mostPhotosInAll = 9

/**
 * Whoever holds the secret link adds to the report: an answer to a question of the town, something new, a photo. When the
 * town was waiting for it, its clock runs again.
 */
export const addToReport = defineInteraction({
  name: 'report.add',
  input: z
    .object({ id: z.string().regex(/^[\w-]{43}$/), description, privacy, files: sentFiles, ...noticeShown })
    .refine(({ description, files }) => description !== '' || files.length > 0, {
      path: ['description'],
      message: 'field.required',
    }),
  roles: ['resident', 'civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['responsive'],
  limit: { times: 30, perSeconds: 3600 },
  effect: 'write',
  touches: { report: ['description'], photo: ['picture'], issue: ['status'] },

  async facts({ input, language }) {
    const shown = noticeFact(input)
    return {
      collectsFromPerson: true,
      ...(shown && { noticeShown: shown }),
      freeText: settledTexts({ description: input.description }, input.privacy, language),
      keptSensitiveText: input.privacy === 'keep',
    }
  },

  async handle({ input, tx, now, language }) {
    const report = await reportBehind(tx, input.id)
    const { description: added = '' } = settledTexts({ description: input.description }, input.privacy, language)
    const text = [report.description, added].filter(Boolean).join('\n\n')
    if (text.length > longestInAll) throw new InvalidInput({ description: 'field.too-long' })
    if (report.photo_count + input.files.length > mostPhotosInAll)
      throw new InvalidInput({ files: 'field.too-many-photos' })
    const { settings, ...town } = await townOf(tx)
    const photos = await keepPhotos(input.files)
    await tx.$executeRaw`
      WITH told AS (UPDATE report SET description = ${text} WHERE id = ${report.id}::uuid RETURNING id)
      INSERT INTO photo (report_id, file_key, width, height, alt, is_public, added_at)
      SELECT told.id, p->>'fileKey', (p->>'width')::integer, (p->>'height')::integer, '', ${!settings.photosNeedLook}, ${now}
      FROM told, jsonb_array_elements(${JSON.stringify(photos)}::jsonb) AS p`
    const isAwaited = report.status === 'waiting'
    const status = isAwaited ? (report.acknowledged_at ? 'in-progress' : 'open') : report.status
    const pause = { dueAt: report.due_at, from: report.asked_at ?? now, until: now, dayKind: report.service_day_kind }
    const dueAt = isAwaited ? dueAfterPause(town, pause) : report.due_at
    await tx.$executeRaw`
      UPDATE issue SET status = ${status}, due_at = ${dueAt}, updated_at = greatest(${now}::timestamptz, updated_at + interval '1 microsecond')
      WHERE id = ${report.issue_id}::uuid`
    return { ref: report.ref, area: report.area_key, personId: report.person_id, isAwaited, photoCount: photos.length }
  },

  about: (_, { ref, area, personId, isAwaited, photoCount }) => ({
    object: { type: 'issue', ref },
    area,
    subjects: personId ? [personId] : [],
    facts: { photos: photoCount, was_awaited: isAwaited },
  }),
})

type ReportFound = {
  id: string
  issue_id: string
  person_id: string | null
  description: string
  photo_count: number
  ref: string
  status: string
  area_key: string | null
  due_at: Date | null
  acknowledged_at: Date | null
  service_day_kind: string
  /** When the town asked its last question. */
  asked_at: Date | null
}

// Issue and report stay locked, so that an answer and a civil servant's next step follow each other.
async function reportBehind(tx: Tx, token: string): Promise<ReportFound> {
  const [report] = await tx.$queryRaw<ReportFound[]>`
    SELECT r.id, r.issue_id, r.person_id, r.description, i.ref, i.status, i.area_key, i.due_at, i.acknowledged_at, c.service_day_kind,
      (SELECT count(*)::integer FROM photo WHERE report_id = r.id) AS photo_count,
      (SELECT max(published_at) FROM issue_update WHERE issue_id = i.id AND kind = 'question') AS asked_at
    FROM report r JOIN issue i ON i.id = r.issue_id JOIN category c ON c.key = i.category_key
    WHERE r.follow_token_hash = ${new Uint8Array(tokenHash(token))} FOR UPDATE OF r, i`
  if (!report) throw new NotFound()
  return report
}
