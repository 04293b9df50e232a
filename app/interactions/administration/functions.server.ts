import type { Tx } from '~/platform/db.server'
import type { Staff } from '../oversight/entry-rows.server'
import { staffLabel } from '../oversight/staff-label.server'

/** Who of the staff, by label and function: enough to ask them, and no name on a page that needs none. */
export async function functionsOf(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, Staff>> {
  const known = [...new Set(ids.filter((id): id is string => id !== null))]
  if (known.length === 0) return new Map()
  const people = await tx.person.findMany({ where: { id: { in: known } }, select: { id: true, jobTitle: true } })
  return new Map(people.map(({ id, jobTitle }) => [id, { label: staffLabel(id), jobTitle: jobTitle ?? '' }]))
}
