import { readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import pg from 'pg'
import { type Account, accountForPostgres } from './embedded-postgres-account.server'
import { hasCluster, majorOf, makeCluster } from './embedded-postgres-cluster.server'
import { type Home, homeOf, makeHome, passwordOf, spareFolderOf } from './embedded-postgres-home.server'
import {
  canConnect,
  clearLeftovers,
  halt,
  isReady,
  lastWordsOf,
  launch,
  type Postmaster,
  runningPostmaster,
} from './embedded-postgres-postmaster.server'
import { programsFromPackage, programsIn } from './embedded-postgres-programs.server'
import { addUser, otherUsers, removeUser, withLock } from './embedded-postgres-users.server'

export type Embedded = { url: string; stop: () => Promise<void> }

type Wish = {
  dataDir: string
  say: (line: string) => void
  /** Folder with `postgres` and `initdb`, instead of those from npm. */
  binDir?: string
}

/**
 * Makes the built-in database run, or joins in when another process of this installation has it running already. `stop`
 * leaves it; the last one to leave turns it off. Whatever fails is one sentence.
 */
export async function startEmbedded({ dataDir, say, binDir }: Wish): Promise<Embedded> {
  const account = await accountForPostgres()
  const home = await homeOf(dataDir, account, say)
  return startIn({ home, account, binDir, say, isThrownAway: false })
}

/** A database for tests in a folder of its own: nothing is written through to the disk, and nothing stays. */
export async function startThrowaway({ dataDir: folder, say, binDir }: Wish): Promise<Embedded> {
  const account = await accountForPostgres()
  const home = await makeHome(folder, spareFolderOf(folder, account))
  const embedded = await startIn({ home, account, binDir, say, isThrownAway: true })
  return {
    url: embedded.url,
    async stop() {
      await embedded.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Ends a database whose users were all killed. False when somebody still uses it. */
export async function endLeftOver(folder: string): Promise<boolean> {
  const home = await makeHome(folder, folder)
  if ((await otherUsers(folder)) > 0) return false
  const postmaster = await runningPostmaster(home)
  if (postmaster) await halt(home, postmaster, true)
  return true
}

const watchMs = 1_000

type Start = {
  home: Home
  account: Account
  binDir: string | undefined
  say: (line: string) => void
  isThrownAway: boolean
}

async function startIn({ home, account, binDir, say, isThrownAway }: Start): Promise<Embedded> {
  const programs = binDir ? programsIn(binDir) : await programsFromPackage(account, home.programs, say)
  const password = await passwordOf(home)
  const addressOf = (port: number, name: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${name}`
  let isStopping = false

  const running = await withLock(home.folder, async () => {
    const major = await majorOf(programs, account, home)
    if (!(await hasCluster(home, major))) {
      if (!isThrownAway) say('Making the built-in database.')
      await makeCluster({ home, programs, account, major, password, isThrownAway })
    }
    const found = await joinRunning()
    if (found) watch(found)
    const postmaster = found ?? (await start(await portFor(home)))
    await makeDatabase(addressOf(postmaster.port, 'postgres'))
    await addUser(home.folder)
    return postmaster
  })

  async function joinRunning(): Promise<Postmaster | null> {
    const found = await runningPostmaster(home)
    if (!found) return null
    const isLeftOver = (await otherUsers(home.folder)) === 0
    if (await canConnect(addressOf(found.port, 'postgres'))) {
      if (isLeftOver) say('The database of an earlier run was still up; it is used further.')
      return found
    }
    if (!isLeftOver) throw new Error(`The database in ${home.folder} is used by another process and does not answer.`)
    say('The database of an earlier run was still up and did not answer; it is started again.')
    await halt(home, found, false)
    return null
  }

  async function start(port: number, triesLeft = 4): Promise<Postmaster> {
    await clearLeftovers(home, say)
    const { postmaster, child, isGone } = await launch({ home, programs, account, port, isThrownAway })
    if (await isReady(addressOf(port, 'postgres'), isGone, say)) {
      await writeFile(home.portFile, String(port))
      child.once('exit', () => void restart(port))
      return postmaster
    }
    const words = await lastWordsOf(home)
    // Another program may have taken the port between our look and the server's.
    if (triesLeft > 0 && /TCP\/IP socket|address already in use/i.test(words))
      return start(await freePort(), triesLeft - 1)
    throw new Error(`The built-in database did not start: ${words}. Its log is ${home.logFile}`)
  }

  // One that another process started, perhaps one that was killed, is no child of ours: its end is seen, not heard.
  function watch({ port }: Postmaster) {
    const looking = setInterval(async () => {
      if (!isStopping && (await runningPostmaster(home))) return
      clearInterval(looking)
      await restart(port)
    }, watchMs)
    looking.unref()
  }

  // It went down under us: the pools find it again on the same port. If it cannot come back, requests say so themselves.
  async function restart(port: number) {
    if (isStopping || isThrownAway) return
    say('The database ended by itself; it is started again.')
    await withLock(home.folder, async () => {
      if (isStopping) return
      const broughtBack = await runningPostmaster(home)
      if (broughtBack) watch(broughtBack)
      else await start(port, 0)
    }).catch((error: Error) => say(error.message))
  }

  return {
    url: addressOf(running.port, 'meent'),
    async stop() {
      if (isStopping) return
      isStopping = true
      await withLock(home.folder, async () => {
        await removeUser(home.folder)
        if ((await otherUsers(home.folder)) > 0) return
        const postmaster = await runningPostmaster(home)
        if (postmaster) await halt(home, postmaster, isThrownAway)
      })
    },
  }
}

// The same port as the last time when it is free.
async function portFor({ portFile }: Home): Promise<number> {
  const kept = Number(await readFile(portFile, 'utf8').catch(() => ''))
  return kept && (await isFree(kept)) ? kept : freePort()
}

const isFree = (port: number) =>
  listenOnce(port).then(
    () => true,
    () => false,
  )
const freePort = () => listenOnce(0)

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}

async function makeDatabase(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'meent'`)
    if (!rowCount) await client.query('CREATE DATABASE meent')
  } finally {
    await client.end()
  }
}
