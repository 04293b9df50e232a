import type { Tx } from '~/platform/db.server'
import { mandateCovering } from '~/safeguards/integrity/mandate.check'
import type { MandateAct } from '~/safeguards/vocabulary'
import type { CaseInHand } from './case-in-hand.server'

export type Colleague = { id: string; jobTitle: string; department: string }

type Found = Colleague & {
  acts: MandateAct[]
  categories: string[]
  areas: string[]
  validFrom: Date
  validUntil: Date
  mandateId: number
}

/** Who else may answer this case: civil servants whose mandate covers its kind and its neighbourhood today. */
export async function colleaguesFor(tx: Tx, { categoryKey, areaKey }: CaseInHand, now: Date): Promise<Colleague[]> {
  const found = await tx.$queryRaw<Found[]>`
    SELECT p.id, coalesce(p.job_title, '') AS "jobTitle", coalesce(p.department, '') AS department, m.id AS "mandateId",
      m.acts, m.categories, m.areas, m.valid_from AS "validFrom", m.valid_until AS "validUntil"
    FROM mandate m JOIN person p ON p.id = m.person_id
    WHERE p.role = 'civil-servant' AND p.disabled_at IS NULL AND m.revoked_at IS NULL AND 'answer' = ANY(m.acts)
    ORDER BY p.department, p.job_title, p.id`
  const wanted = { act: 'answer', category: categoryKey, area: areaKey, now } as const
  const able = found.filter((one) => mandateCovering([{ ...one, id: one.mandateId }], wanted))
  return [...new Map(able.map(({ id, jobTitle, department }) => [id, { id, jobTitle, department }])).values()]
}
