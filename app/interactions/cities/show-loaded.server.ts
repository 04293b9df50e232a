import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'

/** A command asks which city this database holds. Null when it holds none; not whole when an import was stopped halfway. */
export const showLoaded = defineInteraction({
  name: 'city.show-loaded',
  input: z.object({}),
  roles: ['system'],
  purpose: 'imported-history',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['performing'],
  effect: 'public-read',
  touches: {},
  async handle({ tx }) {
    const town = await tx.town.findUnique({ where: { id: 1 }, select: { key: true, name: true } })
    if (!town) return null
    const [counted] = await tx.$queryRaw<{ issues: number; imported: number; people: number; isWhole: boolean }[]>`
      SELECT (SELECT count(*) FROM issue)::integer AS issues,
        (SELECT count(*) FROM report WHERE import_batch_id IS NOT NULL)::integer AS imported,
        (SELECT count(*) FROM person)::integer AS people,
        EXISTS (SELECT 1 FROM import_batch WHERE city_key = ${town.key} AND is_last) AS "isWhole"`
    return { ...town, ...(counted ?? { issues: 0, imported: 0, people: 0, isWhole: false }) }
  },
})
