import type { Prisma, Tx } from '~/platform/db.server'
import type { Change } from './changes-between'
import type { RuleKind } from './discretion'
import { ChangeWaiting } from './problems'

type Proposal = {
  kind: RuleKind
  objectKey: string
  changes: readonly Change[]
  reason: string
  authorId: string
  now: Date
}

/**
 * Puts a change aside for a second administrator. The same author may think again: that is a new version of the proposal,
 * which has to be opened again before it is approved. Somebody else's waits; it is not written over.
 */
export async function proposeChange(
  tx: Tx,
  { kind, objectKey, changes, reason, authorId, now }: Proposal,
): Promise<string> {
  const data = { changes: changes as unknown as Prisma.InputJsonValue, reason, revisedAt: now }
  const waiting = await tx.proposedChange.findFirst({ where: { kind, objectKey, state: 'waiting' } })
  if (waiting && waiting.authorId !== authorId) throw new ChangeWaiting()
  if (waiting) {
    await tx.proposedChange.update({ where: { id: waiting.id }, data: { ...data, version: { increment: 1 } } })
    return waiting.id
  }
  const { id } = await tx.proposedChange.create({ data: { ...data, kind, objectKey, authorId, proposedAt: now } })
  return id
}
