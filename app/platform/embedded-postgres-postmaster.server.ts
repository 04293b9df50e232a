import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import type { Account } from './embedded-postgres-account.server'
import { lastWords, surroundings } from './embedded-postgres-cluster.server'
import type { Home } from './embedded-postgres-home.server'
import type { Programs } from './embedded-postgres-programs.server'
import { processesIn, within, worksIn } from './running-process.server'

export type Postmaster = { pid: number; port: number }

const largestLogBytes = 4_000_000
const settings = {
  listen_addresses: '127.0.0.1',
  // Only through the password, and no path that could be too long for a socket.
  unix_socket_directories: '',
  max_connections: '120',
  shared_buffers: '256MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off',
  // What people typed stays out of the log: no statements, no details of errors.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}
// A database that is thrown away need not survive anything.
const forThrowingAway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '128MB' }

/** The database server that runs on these data now, whoever started it; null when there is none. */
export async function runningPostmaster({ data }: Home): Promise<Postmaster | null> {
  const lines = (await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return pid > 1 && (await worksIn(pid, data)) ? { pid, port } : null
}

/**
 * Takes away what a killed server left behind: its lock file, whose number may be another program's by now, and working
 * processes that have not noticed yet that their master is gone.
 */
export async function clearLeftovers({ data }: Home, say: (line: string) => void): Promise<void> {
  const lock = path.join(data, 'postmaster.pid')
  const orphans = await processesIn(data)
  for (const pid of orphans) signal(pid, 'SIGQUIT')
  if (orphans.length > 0) await within(10_000, async () => (await processesIn(data)).length === 0)
  if (!(await stat(lock).catch(() => null))) return
  say('The database was not stopped cleanly the last time; it recovers now.')
  await rm(lock, { force: true })
}

type Launch = { home: Home; programs: Programs; account: Account; port: number; isThrownAway: boolean }
export type Launched = { postmaster: Postmaster; child: ChildProcess; isGone: () => boolean }

/** Starts the server in a process group of its own, so that Ctrl-C reaches us first and we stop it in order. */
export async function launch({ home, programs, account, port, isThrownAway }: Launch): Promise<Launched> {
  const all = { ...settings, ...(isThrownAway && forThrowingAway), port: String(port) }
  const words = ['-D', home.data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const size = (await stat(home.logFile).catch(() => null))?.size ?? 0
  if (size > largestLogBytes) await rename(home.logFile, `${home.logFile}.old`)
  const log = await open(home.logFile, 'a', 0o600)
  try {
    let isGone = false
    const child = spawn(programs.postgres, words, {
      ...account,
      cwd: home.folder,
      env: surroundings,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    })
    const gone = () => {
      isGone = true
    }
    child.once('error', gone)
    child.once('exit', gone)
    child.unref()
    return { postmaster: { pid: child.pid ?? 0, port }, child, isGone: () => isGone }
  } finally {
    await log.close()
  }
}

/** Waits until the server lets people in. False when it ended instead; recovery after a crash may take minutes. */
export async function isReady(url: string, isGone: () => boolean, say: (line: string) => void): Promise<boolean> {
  let nextWord = performance.now() + 2_000
  let isIn = false
  await within(15 * 60_000, async () => {
    isIn = !isGone() && (await canConnect(url))
    if (performance.now() > nextWord) {
      say('The database is getting ready; after a crash this takes a while.')
      nextWord = performance.now() + 10_000
    }
    return isIn || isGone()
  })
  return isIn
}

export async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Ends a server: at once but cleanly, and if that takes too long, hard; what was committed stays either way. */
export async function halt({ data }: Home, { pid }: Postmaster, isThrownAway: boolean): Promise<void> {
  const isGone = async () => !(await worksIn(pid, data))
  if (!isThrownAway) {
    signal(pid, 'SIGINT')
    if (await within(20_000, isGone)) return
  }
  signal(pid, 'SIGQUIT')
  if (await within(10_000, isGone)) return
  signal(pid, 'SIGKILL')
  await within(5_000, isGone)
}

/** Why the server ended, in its own last words. */
export const lastWordsOf = async ({ logFile }: Home): Promise<string> =>
  lastWords((await readFile(logFile, 'utf8').catch(() => '')).slice(-4_000))

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(pid, name)
  } catch {
    // It went by itself.
  }
}
