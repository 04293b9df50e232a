import type { Tx } from '~/platform/db.server'
import type { CaseInHand } from './case-in-hand.server'

export type Interests = { reportedThisIssue: boolean; livesInArea: boolean; declared: boolean; waivedBy: string | null }

type Found = { reported: boolean; lives: boolean; outcome: string | null; waivedBy: string | null }

/** What ties a civil servant to a case: their own report, their own neighbourhood, an interest they declared. */
export async function interestsOf(tx: Tx, { id, areaKey }: CaseInHand, personId: string): Promise<Interests> {
  const [found] = await tx.$queryRaw<Found[]>`
    SELECT EXISTS (SELECT 1 FROM report r WHERE r.issue_id = ${id}::uuid AND r.person_id = p.id) AS reported,
      coalesce(p.home_area_key = ${areaKey}, false) AS lives, d.outcome, d.waived_by AS "waivedBy"
    FROM person p LEFT JOIN interest_declaration d ON d.issue_id = ${id}::uuid AND d.person_id = p.id
    WHERE p.id = ${personId}::uuid`
  if (!found) throw new Error('There is nobody with this number.')
  return {
    reportedThisIssue: found.reported,
    livesInArea: found.lives,
    declared: found.outcome !== null,
    waivedBy: found.outcome === 'waived' ? found.waivedBy : null,
  }
}

/** Whether somebody's ties keep them from this case. */
export const isTied = ({ reportedThisIssue, declared, waivedBy }: Interests) =>
  (reportedThisIssue || declared) && waivedBy === null
