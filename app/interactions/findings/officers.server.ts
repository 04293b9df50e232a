import type { Tx } from '~/platform/db.server'
import { staffLabel } from '../oversight/staff-label.server'
import type { FindingInHand } from './finding.server'

export type Officer = { id: string; label: string; jobTitle: string }

/** The oversight officers who may have a finding in hand: all who work here, but never the one it is about. */
export async function officersFor(tx: Tx, { concernedId }: Pick<FindingInHand, 'concernedId'>): Promise<Officer[]> {
  const people = await tx.person.findMany({
    where: { role: 'oversight', disabledAt: null, ...(concernedId && { id: { not: concernedId } }) },
    orderBy: [{ jobTitle: 'asc' }, { id: 'asc' }],
    select: { id: true, jobTitle: true },
  })
  return people.map(({ id, jobTitle }) => ({ id, label: staffLabel(id), jobTitle: jobTitle ?? '' }))
}
