import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '~/platform/embedded-postgres.server'
import { env } from '~/platform/env.server'
import { checkOwnRecord } from '~/safeguards/ledger/self-check.server'
import { visitorsAt } from './faults-visitors'
import type { Result, Row } from './result.server'
import { freePort } from './seeded.server'

const targets = ['web', 'sequencer', 'database'] as const
type Target = (typeof targets)[number]
const patienceMs = 90_000

/**
 * Kills the processes of a town one after the other, without warning, while people use it, and sees afterwards that the
 * record has no gap and nothing twice, that nothing which was answered is lost, and that every receipt can be proven.
 */
export async function benchFaults({ small }: { small: boolean }): Promise<Result> {
  const rounds = small ? 3 : 20
  const dataDir = path.join(env().dataDir, 'bench-faults')
  await rm(dataDir, { recursive: true, force: true })
  await mkdir(dataDir, { recursive: true })
  const port = await freePort()
  let town = launched(dataDir, port)
  const baseUrl = `http://localhost:${port}`
  await ready(town, baseUrl)
  // Joined, not started: the town owns it, and brings it back when it dies.
  const database = await startEmbedded({ dataDir: dataDir, say: () => {} })
  const { dataFolder } = await ask<{ dataFolder: string }>(
    database.url,
    `SELECT current_setting('data_directory') AS "dataFolder"`,
  )
  const visitors = await visitorsAt(baseUrl)
  const killed: Record<Target, number> = { web: 0, sequencer: 0, database: 0 }
  try {
    for (let round = 0; round < rounds; round++) {
      const target = targets[round % targets.length] ?? 'web'
      const visiting = visitors.visit(3_000)
      await new Promise((resolve) => setTimeout(resolve, 1_000 + Math.random() * 1_000))
      process.kill(await pidOf(target, town, dataFolder), 'SIGKILL')
      killed[target] += 1
      // The sequencer lives in the first process: whoever runs the town starts it again, as a service manager does.
      if (target === 'sequencer') {
        await ended(town)
        town = launched(dataDir, port)
      }
      await visiting
      await ready(town, baseUrl)
      console.error(
        `round ${round + 1} of ${rounds}: ${target} killed, ${visitors.answered().length} acts answered so far`,
      )
    }
    await visitors.visit(1_000)
    const answered = visitors.answered()
    const record = await recordOf(database.url, answered)
    const receipts = await visitors.receipts()
    return {
      name: 'faults',
      rows: [
        { measure: `acts answered in ${rounds} rounds`, value: answered.length, unit: '' },
        ...targets.map((target) => ({ measure: `${target} killed`, value: killed[target], unit: 'times' })),
        none('answered acts that are not in the record', record.lost),
        none('entries that stand in the record twice', record.doubled),
        none('gaps in the record', record.gaps),
        none('bytes of the record that are not what was signed', record.wrong),
        { measure: 'receipts looked at', value: receipts.seen, unit: '' },
        none('receipts without a proof', receipts.unproven),
      ],
      raw: { killed, record, receipts },
    }
  } finally {
    town.kill('SIGTERM')
    await ended(town)
    await database.stop()
  }
}

const none = (measure: string, value: number): Row => ({ measure, value, unit: '', must: '0', holds: value === 0 })

function launched(dataDir: string, port: number): ChildProcess {
  return spawn(process.execPath, [path.resolve('build/server/index.js'), 'serve'], {
    env: {
      ...process.env,
      DATABASE_URL: '',
      DATA_DIR: dataDir,
      PORT: String(port),
      BASE_URL: '',
      DEMO: 'yes',
      WEB_PROCESSES: '2',
      TRUSTED_PROXIES: '1',
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'ignore', 'ignore'],
  })
}

async function pidOf(target: Target, town: ChildProcess, dataFolder: string): Promise<number> {
  if (target === 'database') return Number(readFileSync(path.join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0])
  if (target === 'sequencer') return Number(town.pid)
  const serving = childrenOf(Number(town.pid))
  const one = serving[Math.floor(Math.random() * serving.length)]
  if (!one) throw new Error('No process that serves pages was found.')
  return one
}

// Node's own processes below the first one; PostgreSQL's are no program of ours.
function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const [, ppid] = /\) \w (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
        return Number(ppid) === parent && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('build/server/index.js')
      } catch {
        return false
      }
    })
    .map(Number)
}

/** What of the answered acts is in the record, once everything that waited is signed. */
async function recordOf(url: string, traces: readonly string[]) {
  await settled(url)
  const entries = await ask<{ lost: number; doubled: number }>(
    url,
    `SELECT (SELECT count(*) FROM unnest($1::text[]) AS t (trace) WHERE NOT EXISTS (
         SELECT FROM entry JOIN ledger_leaf USING (entry_id) WHERE entry.trace_id = t.trace AND kind = 'person.see-own-acts'))::int AS lost,
       (SELECT count(*) FROM (SELECT trace_id FROM entry WHERE kind = 'person.see-own-acts' AND trace_id = ANY($1)
         GROUP BY trace_id HAVING count(*) > 1) AS twice)::int AS doubled`,
    [traces],
  )
  const { gaps } = await ask<{ gaps: number }>(
    url,
    'SELECT (SELECT size FROM ledger_tree)::int - count(*)::int AS gaps FROM ledger_leaf WHERE seq < (SELECT size FROM ledger_tree)',
  )
  const client = new pg.Client({ connectionString: url, options: '-c role=meent_sequencer' })
  await client.connect()
  try {
    const wrong = await checkOwnRecord(client).then(
      () => 0,
      () => 1,
    )
    return { ...entries, gaps, wrong }
  } finally {
    await client.end()
  }
}

async function settled(url: string) {
  const until = performance.now() + 60_000
  while (performance.now() < until) {
    const { waits } = await ask<{ waits: boolean }>(
      url,
      `SELECT EXISTS (SELECT FROM entry_pending)
         OR (SELECT size FROM ledger_tree) > (SELECT coalesce(max(size), 0) FROM ledger_checkpoint) AS waits`,
    )
    if (!waits) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string, values: unknown[] = []): Promise<Row> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Row>(sql, values)
    if (!rows[0]) throw new Error('The database has no answer.')
    return rows[0]
  } finally {
    await client.end()
  }
}

async function ready(town: ChildProcess, baseUrl: string) {
  const until = performance.now() + patienceMs
  while (performance.now() < until && town.exitCode === null) {
    const isReady = await fetch(`${baseUrl}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isReady) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('The town did not come back.')
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
  })
