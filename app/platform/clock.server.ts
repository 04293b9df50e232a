import type { Tx } from './db.server'

let fixed: Date | undefined

/** The time of an act: the database's clock, so that several web processes agree (and tests may hold it still). */
export async function timeOf(tx: Tx): Promise<Date> {
  if (fixed) return fixed
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT now() AS now`
  if (!row) throw new Error('The database did not tell the time.')
  return row.now
}

/** The time where no transaction is at hand: sessions, caches, public reads. */
export const timeHere = () => fixed ?? new Date()

/** Holds every clock of the platform still: in tests, and while the demo lives through its first days. */
export const holdClock = (at: Date | undefined) => {
  fixed = at
}
