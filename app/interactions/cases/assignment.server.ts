import type { Tx } from '~/platform/db.server'
import { OutOfDate } from '~/platform/problems'
import { isClosed } from '../issues/issue'
import { type CaseInHand, isStillAsSeen } from './case-in-hand.server'
import { laterThanBefore } from './publication.server'

type Handing = { version: string; assigneeId: string | null; now: Date }

/** Puts a case into somebody's hands, or into nobody's. A case that is closed is in nobody's way and stays where it was. */
export async function handTo(tx: Tx, opened: CaseInHand, { version, assigneeId, now }: Handing) {
  isStillAsSeen(opened, version)
  if (isClosed(opened.status)) throw new OutOfDate()
  await tx.$executeRaw`
    UPDATE issue SET assignee_id = ${assigneeId}::uuid, updated_at = ${laterThanBefore(now)} WHERE id = ${opened.id}::uuid`
}
