import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { env } from '~/platform/env.server'
import { addressOf, asOwner, freshDatabase } from './bench-database.server'

/** A database with so many seeded issues, made anew; the same ones every time. */
export async function seededDatabase(name: string, issues: number): Promise<string> {
  const url = await freshDatabase(name)
  const seed = await readFile(path.resolve('app/commands/bench/seed-issues.sql'), 'utf8')
  const client = new pg.Client({ connectionString: await addressOf(name) })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query(`SET LOCAL seed.issues = '${Math.trunc(issues)}'`)
    await client.query(seed)
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
  await asOwner(name, ['VACUUM ANALYZE'])
  return url
}

export type ServedTown = { baseUrl: string; stop: () => Promise<void> }

/** The platform as its own process on this database, so that the sender does not share its event loop. */
export async function serveTown(databaseUrl: string, more: Record<string, string> = {}): Promise<ServedTown> {
  const port = await freePort()
  const { dataDir, secretKey } = env()
  const child = spawn(process.execPath, [path.resolve('build/server/index.js'), 'serve'], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      SECRET_KEY: secretKey,
      DATA_DIR: dataDir,
      PORT: String(port),
      ROLE: 'web',
      DEMO: 'no',
      LOG_LEVEL: 'error',
      NODE_ENV: 'production',
      ...more,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const baseUrl = `http://127.0.0.1:${port}`
  await ready(child, baseUrl)
  return { baseUrl, stop: () => ended(child) }
}

async function ready(child: ChildProcess, baseUrl: string) {
  for (let tries = 0; tries < 120 && child.exitCode === null; tries++) {
    if (
      await fetch(`${baseUrl}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  child.kill('SIGKILL')
  throw new Error('The platform did not start for the benchmark.')
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })

export const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
