import type { Tx } from '~/platform/db.server'
import { mandateCovering } from '~/safeguards/integrity/mandate.check'
import type { Actor } from '~/safeguards/interaction.server'
import type { MandateAct } from '~/safeguards/vocabulary'
import { nameOfCategory } from '../issues/category-name'
import type { CaseInHand } from './case-in-hand.server'
import { newsSinceLastWord } from './news.server'

type Found = {
  name: unknown
  pictogram: string
  radiusM: number
  area: string | null
  lat: number | null
  lng: number | null
  reportCount: number
  reopenedCount: number
  followers: number
  firstLanguage: string | null
  jobTitle: string | null
  plannedFor: Date | null
  hasNews: boolean
}

/** What stands on top of a case: what, where, how many, who has it. */
export async function caseDetails(tx: Tx, opened: CaseInHand, readerId: string, language: string) {
  const [found] = await tx.$queryRaw<Found[]>`
    SELECT c.name, c.pictogram, c.radius_m AS "radiusM", a.name AS area, i.lat, i.lng, i.report_count AS "reportCount",
      i.reopened_count AS "reopenedCount", p.job_title AS "jobTitle",
      (SELECT count(*)::int FROM follow f WHERE f.issue_id = i.id AND f.ended_at IS NULL AND f.confirmed_at IS NOT NULL) AS followers,
      (SELECT r.language FROM report r WHERE r.issue_id = i.id ORDER BY r.reported_at, r.id LIMIT 1) AS "firstLanguage",
      (SELECT u.planned_for FROM issue_update u WHERE u.issue_id = i.id AND u.planned_for IS NOT NULL
        ORDER BY u.published_at DESC LIMIT 1) AS "plannedFor",
      ${newsSinceLastWord} AS "hasNews"
    FROM issue i JOIN category c ON c.key = i.category_key LEFT JOIN area a ON a.key = i.area_key
    LEFT JOIN person p ON p.id = i.assignee_id WHERE i.id = ${opened.id}::uuid`
  if (!found) throw new Error('A case that is open has gone.')
  const { name, jobTitle, ...details } = found
  const { assigneeId } = opened
  const assignee = assigneeId === null ? 'nobody' : assigneeId === readerId ? 'me' : { jobTitle: jobTitle ?? '' }
  return { ...details, category: nameOfCategory(name, language), assignee } as const
}

const actsAtTheDesk = ['answer', 'decide', 'open-contact'] as const satisfies readonly MandateAct[]
export type ActAtTheDesk = (typeof actsAtTheDesk)[number]

/** Which acts on this case a mandate of the reader covers today. */
export function actsAllowed(
  { mandates }: Pick<Actor, 'mandates'>,
  { categoryKey, areaKey }: CaseInHand,
  now: Date,
): ActAtTheDesk[] {
  return actsAtTheDesk.filter((act) => mandateCovering(mandates, { act, category: categoryKey, area: areaKey, now }))
}
