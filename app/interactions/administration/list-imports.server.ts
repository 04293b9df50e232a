import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { administering } from './administering'

type Import = {
  cityKey: string
  part: string
  fileName: string
  fileSha256: string
  batches: number
  reports: number
  issues: number
  rejected: number
  firstAt: Date
  lastAt: Date
}

/** An administrator sees which files of history were loaded: how many reports, how many rows did not fit, and the fingerprint. */
export const listImports = defineInteraction({
  ...administering,
  purpose: 'imported-history',
  name: 'city.list-imports',
  input: z.object({}),
  values: ['integrity'],
  effect: 'public-read',
  touches: {},
  async handle({ tx }) {
    const imports = await tx.$queryRaw<Import[]>`
      SELECT city_key AS "cityKey", part, file_name AS "fileName", file_sha256 AS "fileSha256", count(*)::int AS batches,
        sum(reports)::int AS reports, sum(issues)::int AS issues, sum(rejected)::int AS rejected,
        min(imported_at) AS "firstAt", max(imported_at) AS "lastAt"
      FROM import_batch GROUP BY 1, 2, 3, 4 ORDER BY max(imported_at) DESC, part LIMIT 200`
    return { imports }
  },
})
