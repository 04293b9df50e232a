import { Prisma, type Tx } from '~/platform/db.server'
import type { Actor } from '~/safeguards/interaction.server'
import type { FindingInHand } from './finding.server'

export type Answerer = { id: string; language: string; hasEmail: boolean }
type Asked = Pick<FindingInHand, 'concernedId' | 'department' | 'askedTo'>

/**
 * Who answers for the unit: the civil servant concerned, or, when the unit is asked, those in it whose mandate lets them
 * decide. Nobody when the act was done by no one of the staff.
 */
export async function answerers(tx: Tx, { concernedId, department, askedTo }: Asked, now: Date): Promise<Answerer[]> {
  if (askedTo === null) return []
  const isThem =
    askedTo === 'person'
      ? Prisma.sql`p.id = ${concernedId}::uuid`
      : Prisma.sql`p.role = 'civil-servant' AND p.department = ${department} AND EXISTS (SELECT 1 FROM mandate m
          WHERE m.person_id = p.id AND m.revoked_at IS NULL AND 'decide' = ANY(m.acts)
            AND m.valid_from <= ${now} AND m.valid_until > ${now})`
  return tx.$queryRaw<Answerer[]>`
    SELECT p.id, p.language, p.sealed_email IS NOT NULL AS "hasEmail" FROM person p
    WHERE p.disabled_at IS NULL AND ${isThem} ORDER BY p.id LIMIT 50`
}

/** Whether somebody may decide for their unit at this moment, by any of their mandates. */
const decides = ({ mandates }: Actor, now: Date) =>
  mandates.some(({ acts, validFrom, validUntil }) => acts.includes('decide') && validFrom <= now && now < validUntil)

/** Findings that somebody is asked about, as a condition over `finding f`: in the query, so that others do not exist for them. */
export function askedOf(actor: Actor, now: Date): Prisma.Sql {
  const theirs = Prisma.sql`(f.asked_to = 'person' AND f.concerned_id = ${actor.id}::uuid)`
  if (!actor.department || !decides(actor, now)) return theirs
  return Prisma.sql`(${theirs} OR (f.asked_to = 'unit' AND f.department = ${actor.department}))`
}
