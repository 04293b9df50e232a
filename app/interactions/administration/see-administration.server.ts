import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { administering } from './administering'

/** How much there is of everything an administrator looks after. */
export type Administration = {
  waiting: number
  waitingForYou: number
  deadJobs: number
  failedLetters: number
  categories: number
  closedCategories: number
  staff: number
  withoutMandate: number
  administrators: number
  imports: number
}

/** An administrator sees where the settings are, and what asks for them today. Only counts: no name, no letter. */
export const seeAdministration = defineInteraction({
  ...administering,
  name: 'town.see-administration',
  input: z.object({}),
  values: ['performing'],
  effect: 'public-read',
  touches: {},
  async handle({ tx, actor, now }): Promise<Administration> {
    const [counts] = await tx.$queryRaw<Administration[]>`SELECT
      (SELECT count(*)::int FROM proposed_change WHERE state = 'waiting') AS waiting,
      (SELECT count(*)::int FROM proposed_change WHERE state = 'waiting' AND author_id <> ${actor.id}::uuid) AS "waitingForYou",
      count_dead_jobs()::int AS "deadJobs",
      (SELECT count(*)::int FROM mail WHERE state = 'failed') AS "failedLetters",
      (SELECT count(*)::int FROM category) AS categories,
      (SELECT count(*)::int FROM category WHERE NOT is_choosable) AS "closedCategories",
      (SELECT count(*)::int FROM person WHERE role <> 'resident' AND disabled_at IS NULL) AS staff,
      (SELECT count(*)::int FROM person WHERE role = 'administrator' AND disabled_at IS NULL) AS administrators,
      (SELECT count(*)::int FROM person p WHERE role = 'civil-servant' AND disabled_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM mandate m WHERE m.person_id = p.id AND m.revoked_at IS NULL AND m.valid_until > ${now})) AS "withoutMandate",
      (SELECT count(DISTINCT (city_key, file_sha256))::int FROM import_batch) AS imports`
    if (!counts) throw new Error('Nothing could be counted.')
    return counts
  },
})
