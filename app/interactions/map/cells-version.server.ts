import { Prisma, type Tx } from '~/platform/db.server'

type Known = { version: string; asked: number; refresh: Promise<string> | null }
const known = new WeakMap<object, Known>()

// So old may what the map says be, and so often does one process look for changes.
const freshMs = 1_000
// After a large import: nobody waits longer than this for the last of it to be counted.
const patienceMs = 8_000

/**
 * The version of what the map counts, after counting what changed since: two answers of one version are the same. Asked at
 * most once a second by each process, whatever the number of visitors.
 */
export async function cellsVersion(tx: Tx, now: Date): Promise<string> {
  const before = known.get(tx)
  if (before && performance.now() - before.asked < freshMs) return before.refresh ?? before.version
  const asked: Known = { version: before?.version ?? '0', asked: performance.now(), refresh: null }
  asked.refresh = refresh(tx, now).then(
    (version) => {
      Object.assign(asked, { version, asked: performance.now(), refresh: null })
      return version
    },
    (error) => {
      known.delete(tx)
      throw error
    },
  )
  known.set(tx, asked)
  return asked.refresh
}

type Answer = { version: bigint; is_behind: boolean }

async function refresh(tx: Tx, now: Date): Promise<string> {
  const until = performance.now() + patienceMs
  for (;;) {
    const [answer] = await tx.$queryRaw<Answer[]>(Prisma.sql`SELECT * FROM refresh_issue_cells(${now})`)
    if (!answer) return versionBy(tx)
    if (!answer.is_behind || performance.now() > until) return String(answer.version)
  }
}

// Another process is counting: what it finished so far is good enough for a second.
async function versionBy(tx: Tx): Promise<string> {
  const [clock] = await tx.$queryRaw<Pick<Answer, 'version'>[]>(Prisma.sql`SELECT version FROM issue_cell_clock`)
  return String(clock?.version ?? 0)
}
