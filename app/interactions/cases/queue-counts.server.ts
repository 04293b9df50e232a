import { Prisma, type Tx } from '~/platform/db.server'
import type { Actor } from '~/safeguards/interaction.server'
import { withinMandates } from './mandate-conditions.server'
import type { QueueView } from './queue.input'
import { viewCondition } from './queue-rows.server'

const counted = ['mine', 'unassigned', 'overdue', 'due-soon', 'waiting'] as const satisfies readonly QueueView[]
export type QueueCounts = Record<(typeof counted)[number], number>

/** Nobody works through more than this today, and counting on would slow everybody: a view says "99+" beyond it. */
export const mostCounted = 100

/** How much work there is in each view, up to a hundred, in one statement. */
export async function queueCounts(tx: Tx, actor: Actor, now: Date, timezone: string): Promise<QueueCounts> {
  const parts = counted.map(
    (view) => Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM issue i
      WHERE i.closed_at IS NULL AND NOT i.is_hidden AND ${withinMandates(actor.mandates, now)}
        ${viewCondition(view, actor, now, timezone)} LIMIT ${mostCounted}) AS found)`,
  )
  const [row] = await tx.$queryRaw<{ counts: number[] }[]>`SELECT ARRAY[${Prisma.join(parts)}] AS counts`
  return Object.fromEntries(counted.map((view, at) => [view, row?.counts[at] ?? 0])) as QueueCounts
}
