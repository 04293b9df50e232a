import type { Tx } from '~/platform/db.server'

/** Entries that no signed head covers yet: how many, and how long the oldest has waited, in seconds. */
export type Waiting = { entries: number; seconds: number }

// Counting further says nothing more: by then something has been wrong for long.
const mostCounted = 100_000

/** What waits for the sequencer, in its queue or in a tree that is not signed yet. */
export async function waitingNow(tx: Pick<Tx, '$queryRaw'>): Promise<Waiting> {
  const [found] = await tx.$queryRaw<{ entries: number; seconds: number }[]>`
    WITH unsigned AS (
      (SELECT entry_id FROM entry_pending ORDER BY entry_id LIMIT ${mostCounted})
      UNION ALL
      (SELECT entry_id FROM ledger_leaf WHERE seq >= coalesce((SELECT max(size) FROM ledger_checkpoint), 0)
       ORDER BY seq LIMIT ${mostCounted}))
    SELECT count(*)::int AS entries,
      coalesce(extract(epoch FROM now() - min(entry.made_at)), 0)::float8 AS seconds
    FROM unsigned JOIN entry USING (entry_id)`
  return { entries: found?.entries ?? 0, seconds: Math.max(0, Math.round(found?.seconds ?? 0)) }
}
