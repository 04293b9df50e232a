import { createHmac } from 'node:crypto'
import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { keyFor } from '~/platform/sealing.server'

/** Somebody of the staff where their name has no place. */
export type Staff = { label: string; jobTitle: string }

const letters = 'BCDFGHJKLMNPQRSTVWXZ23456789'

/**
 * What a staff member is called where their name has no place: "K7R-2MD", the same each time. Made with the town's secret,
 * so that nobody can try names until one fits. Without vowels, so that no label is a word.
 */
export function staffLabel(personId: string): string {
  const bytes = createHmac('sha256', keyFor(env().secretKey, 'label staff for oversight')).update(personId).digest()
  const label = [...bytes.subarray(0, 6)].map((byte) => letters[byte % letters.length]).join('')
  return `${label.slice(0, 3)}-${label.slice(3)}`
}

/** Who of the staff, by label and function: enough to ask them, and no name on a page that needs none. */
export async function functionsOf(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, Staff>> {
  const known = [...new Set(ids.filter((id): id is string => id !== null))]
  if (known.length === 0) return new Map()
  const people = await tx.person.findMany({ where: { id: { in: known } }, select: { id: true, jobTitle: true } })
  return new Map(people.map(({ id, jobTitle }) => [id, { label: staffLabel(id), jobTitle: jobTitle ?? '' }]))
}
