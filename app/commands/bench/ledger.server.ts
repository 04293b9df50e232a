import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { addressOf, asOwner, freshDatabase } from './bench-database.server'
import { perSecond, withChain, withOutbox, withoutLog } from './ledger-load'
import { verifyRatio } from './ledger-verify.server'
import type { Result, Row } from './result.server'
import { serveTown } from './seeded.server'

const name = 'bench_ledger'
const clients = 32
type Server = { client: pg.Client; url: string }

/**
 * What the record costs and how fast it is signed: writes with it, without it, and with a chain of hashes instead, each by
 * the same clients in one run; how long entries wait; and how fast a stranger can check all of it.
 */
export async function benchLedger({ small }: { small: boolean }): Promise<Result> {
  const seconds = small ? 1 : 15
  await freshDatabase(name)
  const url = await addressOf(name)
  await asOwner(name, [
    'CREATE TABLE bench_report (id uuid PRIMARY KEY, description text NOT NULL)',
    'CREATE TABLE bench_chain (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, hash bytea NOT NULL)',
  ])
  const folder = await mkdtemp(path.join(tmpdir(), 'meent-bench-ledger-'))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Each once before it counts: plans, pages of tables and connections are warm then.
    const schemes = { bare: withoutLog, chained: withChain, outboxed: withOutbox }
    for (const scheme of Object.values(schemes)) await perSecond(url, scheme, clients, seconds / 5)
    const bare = await perSecond(url, withoutLog, clients, seconds)
    const chained = await perSecond(url, withChain, clients, seconds)
    const outboxed = await perSecond(url, withOutbox, clients, seconds)
    await client.query('DELETE FROM entry_pending')
    const worker = await serveTown(url, {
      ROLE: 'all',
      WEB_PROCESSES: '1',
      LEDGER_KEY_FILE: path.join(folder, 'ledger.key'),
    })
    try {
      const server = { client, url }
      const load = await underLoad(server, seconds)
      const burst = await burstOf(server, small ? 2_000 : 20_000)
      const signed = await untilSigned(client)
      const rows = [
        ...loadRows({ bare, chained, outboxed, ...load }),
        row(`burst of ${burst.entries} entries sequenced`, burst.seconds, 's', 10),
        row('commit to signed head: p50', signed.p50, 's'),
        row('commit to signed head: p99', signed.p99, 's', 10),
        await verifyRatio(small ? 20_000 : 1_000_000),
      ]
      return { name: 'ledger', rows: rows.map((one) => (small ? withoutPromise(one) : one)), raw: { load, burst } }
    } finally {
      await worker.stop()
    }
  } finally {
    await client.end()
    await rm(folder, { recursive: true, force: true })
    await asOwner('postgres', [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`])
  }
}

/** Writers and sequencer side by side, and how long the oldest entry waited at worst. */
async function underLoad({ client, url }: Server, seconds: number) {
  const before = await leaves(client)
  const startedAt = performance.now()
  const watch = watchWaiting(url)
  const written = await perSecond(url, withOutbox, clients, seconds)
  const worstWait = await watch.stop()
  const sequenced = ((await leaves(client)) - before) / ((performance.now() - startedAt) / 1000)
  return { written, sequenced, worstWait }
}

function watchWaiting(url: string) {
  let [worst, isOver] = [0, false]
  const watching = (async () => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    while (!isOver) {
      const { rows } = await client.query<{ s: number | null }>(
        'SELECT extract(epoch FROM clock_timestamp() - min(made_at))::float8 AS s FROM entry_pending JOIN entry USING (entry_id)',
      )
      worst = Math.max(worst, rows[0]?.s ?? 0)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    await client.end()
  })()
  return {
    async stop() {
      isOver = true
      await watching
      return worst
    },
  }
}

/** So many entries at one moment, by somebody's import for instance: how long until all of them stand in the tree. */
async function burstOf({ client }: Server, entries: number) {
  await drained(client)
  await client.query(
    `WITH made AS (INSERT INTO entry (id, kind, entry, leaf_hash, worst, role, purpose, ict_role, channel, language, trace_id, checks, made_at)
       SELECT id, 'bench.burst', bytes, sha256('\\x00'::bytea || bytes), 'pass', 'system', 'imported-history', 'instrumental', 'web', 'en',
         '0123456789abcdef0123456789abcdef', '[]', clock_timestamp()
       FROM (SELECT gen_random_uuid() AS id, convert_to(repeat(md5(n::text), 13), 'UTF8') AS bytes FROM generate_series(1, $1::int) AS n) AS e
       RETURNING entry_id)
     INSERT INTO entry_pending SELECT entry_id FROM made`,
    [entries],
  )
  const startedAt = performance.now()
  await drained(client)
  return { entries, seconds: (performance.now() - startedAt) / 1000 }
}

async function drained(client: pg.Client) {
  for (;;) {
    const { rows } = await client.query<{ any: boolean }>('SELECT EXISTS (SELECT FROM entry_pending) AS any')
    if (!rows[0]?.any) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** From an entry's commit to the first signed head that covers it, over all entries that people's acts left here. */
async function untilSigned(client: pg.Client) {
  for (;;) {
    const { rows } = await client.query<{ all: boolean }>(
      'SELECT coalesce((SELECT max(size) FROM ledger_checkpoint), 0) >= (SELECT size FROM ledger_tree) AS all',
    )
    if (rows[0]?.all) break
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const { rows } = await client.query<{ p50: number; p99: number }>(
    `SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY s) AS p50, percentile_cont(0.99) WITHIN GROUP (ORDER BY s) AS p99
     FROM (SELECT extract(epoch FROM (SELECT min(made_at) FROM ledger_checkpoint WHERE size > leaf.seq) - entry.made_at)::float8 AS s
       FROM ledger_leaf AS leaf JOIN entry USING (entry_id) WHERE entry.kind = 'issue.report') AS waits`,
  )
  return rows[0] ?? { p50: Number.NaN, p99: Number.NaN }
}

async function leaves(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ size: string }>('SELECT size FROM ledger_tree')
  return Number(rows[0]?.size)
}

type Load = { bare: number; chained: number; outboxed: number; written: number; sequenced: number; worstWait: number }

const loadRows = ({ bare, chained, outboxed, written, sequenced, worstWait }: Load): Row[] => [
  row('writes alone, 32 clients', bare, '/s'),
  row('writes with a chain of hashes', chained, '/s'),
  row('writes with the outbox', outboxed, '/s'),
  atLeast('with the outbox : alone', outboxed / bare, 0.6),
  atLeast('with the outbox : with a chain', outboxed / chained, 2.5),
  row('writes with the outbox, sequencer beside', written, '/s'),
  row('leaves sequenced meanwhile', sequenced, '/s'),
  row('worst wait for the sequencer', worstWait, 's', 1),
]

const row = (measure: string, value: number, unit: string, most?: number): Row => ({
  measure,
  value,
  unit,
  ...(most !== undefined && { must: `<= ${most}`, holds: value <= most }),
})
const atLeast = (measure: string, value: number, least: number): Row => ({
  measure,
  value,
  unit: '',
  must: `>= ${least}`,
  holds: value >= least,
})
const withoutPromise = ({ measure, value, unit }: Row): Row => ({ measure, value, unit })
