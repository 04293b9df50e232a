import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startEmbedded } from './embedded-postgres.server'

const binDir = process.env.MEENT_TEST_POSTGRES_BIN
const isRoot = process.getuid?.() === 0
const program = path.resolve('node_modules/.cache/meent-embedded-test')
const children: ChildProcess[] = []
let root: string
let dataDir: string
let said: string[]

beforeAll(async () => {
  // Other processes run the same code: built once, beside the packages that it needs.
  const ssr = path.resolve('app/platform/embedded-postgres.server.ts')
  await build({ configFile: false, logLevel: 'silent', build: { ssr, outDir: program, emptyOutDir: true } })
  await writeFile(
    path.join(program, 'run.js'),
    `import { startEmbedded } from './embedded-postgres.server.js'
     const [dataDir, binDir] = process.argv.slice(2)
     const say = (line) => process.send({ line })
     const embedded = await startEmbedded({ dataDir, say, binDir })
     process.on('message', () => embedded.stop().then(() => process.exit(0)))
     process.send({ url: embedded.url })`,
  )
  root = await mkdtemp(path.join(tmpdir(), 'meent-embedded-'))
  await chmod(root, 0o755)
})

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

afterAll(async () => {
  await rm(root, { recursive: true, force: true })
  await rm(program, { recursive: true, force: true })
})

/** A data folder that PostgreSQL's user may enter, new for each test. */
async function freshFolder(name: string) {
  dataDir = path.join(root, name)
  await mkdir(dataDir, { mode: 0o755 })
  said = []
}

const start = () => startEmbedded({ dataDir, say: (line) => said.push(line), ...(binDir && { binDir }) })

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[]
  } finally {
    await client.end()
  }
}

const isUp = (url: string) =>
  query(url, 'SELECT 1').then(
    () => true,
    () => false,
  )

/** The same in a process of its own, which says its address and what it had to say. */
async function startElsewhere() {
  const child = spawn(process.execPath, [path.join(program, 'run.js'), dataDir, ...(binDir ? [binDir] : [])], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  children.push(child)
  const lines: string[] = []
  const url = await new Promise<string>((resolve, reject) => {
    child.on('message', ({ url, line }: { url?: string; line?: string }) => {
      if (line) lines.push(line)
      if (url) resolve(url)
    })
    child.once('exit', () => reject(new Error('The other process ended.')))
  })
  const leave = async () => {
    child.send('stop')
    await once(child, 'exit')
  }
  const kill = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return { url, lines, leave, kill }
}

const pidOf = async (folder = path.join(dataDir, 'postgres')) =>
  Number((await readFile(path.join(folder, 'data/postmaster.pid'), 'utf8')).split('\n')[0])

describe('the built-in database', { timeout: 120_000 }, () => {
  it('keeps what was written, stops cleanly and comes back on the same port', async () => {
    await freshFolder('again')
    const first = await start()
    await query(first.url, `CREATE TABLE kept (word text); INSERT INTO kept VALUES ('ægir')`)
    await first.stop()
    expect(await isUp(first.url)).toBe(false)
    const second = await start()
    expect(second.url).toBe(first.url)
    expect(await query(second.url, 'SELECT upper(word) AS word FROM kept')).toEqual([{ word: 'ÆGIR' }])
    await second.stop()
    expect(said).toEqual(['Making the built-in database.'])
  })

  it('lets nobody in without the password, which only its owner can read', async () => {
    await freshFolder('secret')
    const embedded = await start()
    const stranger = new URL(embedded.url)
    stranger.password = 'guess'
    await expect(query(stranger.href, 'SELECT 1')).rejects.toThrow('password authentication failed')
    expect((await stat(path.join(dataDir, 'postgres/password'))).mode & 0o777).toBe(0o600)
    await embedded.stop()
  })

  it('keeps what people type out of its log', async () => {
    await freshFolder('log')
    const embedded = await start()
    await query(embedded.url, 'CREATE TABLE person (mail text UNIQUE)')
    const twice = `INSERT INTO person VALUES ('rosa@residents.example'), ('rosa@residents.example')`
    await expect(query(embedded.url, twice)).rejects.toThrow('duplicate')
    await embedded.stop()
    expect(await readFile(path.join(dataDir, 'postgres/postgres.log'), 'utf8')).not.toContain('rosa@')
  })

  it('is shared by two processes, and ends with the last of them', async () => {
    await freshFolder('shared')
    const [one, other] = await Promise.all([startElsewhere(), startElsewhere()])
    expect(one.url).toBe(other.url)
    await one.leave()
    expect(await isUp(other.url)).toBe(true)
    await other.leave()
    expect(await isUp(other.url)).toBe(false)
  })

  it('is used further after the process that started it was killed', async () => {
    await freshFolder('orphan')
    const killed = await startElsewhere()
    await killed.kill()
    expect(await isUp(killed.url)).toBe(true)
    const embedded = await start()
    expect(said).toEqual(['The database of an earlier run was still up; it is used further.'])
    expect(embedded.url).toBe(killed.url)
    await embedded.stop()
    expect(await isUp(embedded.url)).toBe(false)
  })

  it('recovers after both were killed, and lost nothing that was committed', async () => {
    await freshFolder('crash')
    const killed = await startElsewhere()
    await query(killed.url, 'CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n')
    const pid = await pidOf()
    await killed.kill()
    process.kill(pid, 'SIGKILL')
    const embedded = await start()
    // A moment later the dead process may still be listed; then it counts as one that does not answer.
    expect(said.join(' ')).toMatch(/it recovers now|it is started again/)
    expect(await query(embedded.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 1000 }])
    await embedded.stop()
  })

  it('is not fooled by a lock whose number belongs to another program by now', async () => {
    await freshFolder('reused')
    const first = await start()
    await first.stop()
    const lock = path.join(dataDir, 'postgres/data/postmaster.pid')
    await writeFile(lock, `${process.pid}\n${dataDir}/postgres/data\n1\n5432\n\n127.0.0.1\n\nready\n`)
    const second = await start()
    expect(await isUp(second.url)).toBe(true)
    await second.stop()
  })

  it('comes back by itself when it goes down under a running town', async () => {
    await freshFolder('fallen')
    const embedded = await start()
    process.kill(await pidOf(), 'SIGQUIT')
    await expect.poll(() => isUp(embedded.url), { timeout: 15_000 }).toBe(true)
    expect(said).toContain('The database ended by itself; it is started again.')
    await embedded.stop()
    expect(await isUp(embedded.url)).toBe(false)
  })

  it('comes back also when the process that had started it was killed before', async () => {
    await freshFolder('fallen-orphan')
    const killed = await startElsewhere()
    await killed.kill()
    const embedded = await start()
    process.kill(await pidOf(), 'SIGKILL')
    await expect.poll(() => said, { timeout: 15_000 }).toContain('The database ended by itself; it is started again.')
    await expect.poll(() => isUp(embedded.url), { timeout: 15_000 }).toBe(true)
    await embedded.stop()
    expect(await isUp(embedded.url)).toBe(false)
  })

  it('finds another port when its own was taken meanwhile', async () => {
    await freshFolder('port')
    const first = await start()
    await first.stop()
    const { createServer } = await import('node:net')
    const taker = createServer().listen(Number(new URL(first.url).port), '127.0.0.1')
    await once(taker, 'listening')
    const second = await start()
    expect(second.url).not.toBe(first.url)
    await second.stop()
    taker.close()
  })

  it('moves with its folder', async () => {
    await freshFolder('before')
    const first = await start()
    await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS n')
    await first.stop()
    const moved = path.join(root, 'after')
    await rename(dataDir, moved)
    dataDir = moved
    const second = await start()
    expect(await query(second.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }])
    await second.stop()
  })

  it('says in one sentence that data of another version do not open', async () => {
    await freshFolder('older')
    await (await start()).stop()
    await writeFile(path.join(dataDir, 'postgres/data/PG_VERSION'), '13\n')
    await expect(start()).rejects.toThrow(/was made by PostgreSQL 13, and this is \d+\. Move it over/)
  })

  it('says in one sentence that the programs do not run', async () => {
    await freshFolder('nothing')
    await expect(startEmbedded({ dataDir, binDir: '/nowhere', say: () => {} })).rejects.toThrow(
      /^PostgreSQL does not run on this machine: .*\/nowhere\/postgres/,
    )
  })

  it('says why when the server ends at once', async () => {
    await freshFolder('broken')
    await (await start()).stop()
    await writeFile(path.join(dataDir, 'postgres/data/postgresql.conf'), 'no_such_setting = on\n')
    await expect(start()).rejects.toThrow(/^The built-in database did not start: .*no_such_setting|configuration/)
  })

  it.runIf(isRoot)('lives in a system folder when root keeps the rest where its user cannot go', async () => {
    await freshFolder('closed')
    await chmod(dataDir, 0o700)
    const embedded = await start()
    const home = (await readFile(path.join(dataDir, 'database-folder'), 'utf8')).trim()
    expect(home).toMatch(/^\/var\/lib\/meent\/[0-9a-f]{12}$/)
    expect(said[0]).toBe(
      `The database is kept in ${home}, since PostgreSQL does not run as root and its user cannot enter ${dataDir}`,
    )
    expect(await isUp(embedded.url)).toBe(true)
    await embedded.stop()
    await rm(home, { recursive: true })
  })
})
