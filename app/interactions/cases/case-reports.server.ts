import type { Tx } from '~/platform/db.server'
import { type Questions, questionsOf } from '../categories/questions'
import { type AnswerInWords, publicAnswers } from '../issues/public-answers'
import type { CaseInHand } from './case-in-hand.server'

type PhotoOfReport = { id: string; width: number; height: number; alt: string }

/** One person's statement as the case handler reads it: all they wrote, and nothing about who they are. */
export type CaseReport = {
  id: string
  channel: string
  language: string
  description: string
  answers: AnswerInWords[]
  reportedAt: Date
  isMeToo: boolean
  isAssisted: boolean
  hasContact: boolean
  mayShareContact: boolean
  photos: PhotoOfReport[]
}

type Found = Omit<CaseReport, 'answers'> & { answers: unknown; personId: string | null; questions: unknown }

/** How many reports stand on a page. Each reporter on it gets a line in the processing log, so it has an end. */
export const reportsAPage = 20

/** The reports of a case, the first one first, and the people behind the shown ones: those are looked at by this reading. */
export async function caseReports(tx: Tx, { id, categoryKey }: CaseInHand, page: number, language: string) {
  const found = await tx.$queryRaw<Found[]>`
    SELECT r.id, r.channel, r.language, r.description, r.answers, r.reported_at AS "reportedAt", r.is_me_too AS "isMeToo",
      r.entered_by IS NOT NULL AS "isAssisted", r.person_id AS "personId", r.may_share_contact AS "mayShareContact",
      coalesce(num_nonnulls(p.sealed_name, p.sealed_email, p.sealed_phone) > 0, false) AS "hasContact",
      coalesce(v.content->'questions', c.questions) AS questions,
      coalesce((SELECT json_agg(json_build_object('id', f.id, 'width', f.width, 'height', f.height, 'alt', f.alt) ORDER BY f.added_at, f.id)
        FROM photo f WHERE f.report_id = r.id), '[]') AS photos
    FROM report r
    JOIN category c ON c.key = ${categoryKey}
    LEFT JOIN category_version v ON v.category_key = c.key AND v.version = r.category_version AND v.version <> c.version
    LEFT JOIN person p ON p.id = r.person_id
    WHERE r.issue_id = ${id}::uuid
    ORDER BY r.reported_at, r.id LIMIT ${reportsAPage} OFFSET ${(page - 1) * reportsAPage}`
  const reports = found.map(({ personId: _, questions, answers, ...report }): CaseReport => {
    // For the handler of the case every answer counts, also those that are not shown in public.
    const asked: Questions = questionsOf(questions).map((one) => ({ ...one, seenBy: 'everybody' }))
    return { ...report, answers: publicAnswers(asked, answers, language) }
  })
  const subjects = [...new Set(found.flatMap(({ personId }) => personId ?? []))]
  return { reports, subjects }
}
