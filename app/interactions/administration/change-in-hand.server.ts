import type { Tx } from '~/platform/db.server'
import { NotFound, OutOfDate } from '~/platform/problems'
import type { Change } from './changes-between'
import type { RuleKind } from './discretion'

export type ChangeInHand = {
  id: string
  kind: RuleKind
  objectKey: string
  version: number
  changes: Change[]
  reason: string
  authorId: string
  state: string
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A proposed change, held until the act is over. */
export async function holdChange(tx: Tx, id: string): Promise<ChangeInHand> {
  if (!uuid.test(id)) throw new NotFound()
  await tx.$queryRaw`SELECT 1 FROM proposed_change WHERE id = ${id}::uuid FOR UPDATE`
  return changeNow(tx, id)
}

/** A proposed change, to look at. */
export async function changeNow(tx: Tx, id: string): Promise<ChangeInHand> {
  const row = uuid.test(id) ? await tx.proposedChange.findUnique({ where: { id } }) : null
  if (!row) throw new NotFound()
  return { ...row, kind: row.kind as RuleKind, changes: row.changes as unknown as Change[] }
}

/** Refuses what was already decided, and a form about an earlier version of the proposal. */
export function isStillWaiting(change: ChangeInHand, version: number) {
  if (change.state !== 'waiting' || change.version !== version) throw new OutOfDate()
}

/** What the record of opening a proposal names: this proposal in this version. */
export const openedRef = ({ id, version }: Pick<ChangeInHand, 'id' | 'version'>) => `${id}/${version}`

/** Whether this administrator opened this version of the proposal: read from the record, not from a form. */
export async function hasOpened(tx: Tx, change: ChangeInHand, personId: string | null): Promise<boolean> {
  if (personId === null) return false
  const looks = await tx.auditEvent.count({
    where: { objectRef: openedRef(change), objectType: 'change', personId, outcomeIndicator: '0', eventType: 'read' },
  })
  return looks > 0
}
