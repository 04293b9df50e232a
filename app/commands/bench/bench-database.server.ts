import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { cp, mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { openCity } from '~/interactions/cities/city-files.server'
import { type Imported, importCity } from '~/interactions/cities/import-city.server'
import { closeDatabase, connect, type Database, openDatabase } from '~/platform/db.server'
import { type Embedded, startEmbedded } from '~/platform/embedded-postgres.server'
import { env } from '~/platform/env.server'
import { migrate } from '~/platform/migrations.server'

export type Place = { lat: number; lng: number; category: string }
export type BenchDatabase = { url: string; client: Database; places: Place[]; close: () => Promise<void> }

let server: Embedded | undefined

/** The PostgreSQL that benchmarks run on: the built-in one, in a folder of its own. */
async function benchServer(): Promise<Embedded> {
  server ??= await startEmbedded({
    dataDir: path.join(env().dataDir, 'bench-database'),
    say: (line) => console.error(line),
  })
  return server
}

export async function stopBenchServer() {
  await closeDatabase()
  await server?.stop()
  server = undefined
}

/** Address of one database of the bench server. */
export async function addressOf(name: string): Promise<string> {
  const url = new URL((await benchServer()).url)
  url.pathname = `/${name}`
  return url.href
}

/** One statement as the owner, outside any database that is being copied. */
export async function asOwner(name: string, statements: readonly string[]) {
  const client = new pg.Client({ connectionString: await addressOf(name) })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** An empty database with all tables. An older one of the same name is thrown away. */
export async function freshDatabase(name: string): Promise<string> {
  await asOwner('postgres', [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, `CREATE DATABASE ${name}`])
  const url = await addressOf(name)
  await migrate(url)
  return url
}

/** Boston's streets, areas and categories with its first `rows` reports: enough for everything that reporting looks up. */
export async function importBoston(
  name: string,
  rows: number | null,
): Promise<{ url: string; imported: Imported; seconds: number }> {
  const url = await freshDatabase(name)
  const folder = rows === null ? path.resolve('prisma/cities/boston') : await shortenedBoston(rows)
  openDatabase(url)
  const startedAt = performance.now()
  try {
    const imported = await importCity(await openCity(folder), {
      rejectsDir: path.join(env().dataDir, 'bench'),
      onProgress: () => {},
    })
    return { url, imported, seconds: (performance.now() - startedAt) / 1000 }
  } finally {
    await closeDatabase()
  }
}

/**
 * A copy of Boston for one benchmark. Not protected: without the trigger that asks for an entry, for measuring what the
 * entry costs. The protected one is also the database that the door works with.
 */
export async function openBenchDatabase(
  name: string,
  { isProtected }: { isProtected: boolean },
): Promise<BenchDatabase> {
  if (!(await exists('bench_boston'))) await importBoston('bench_boston', 3_000)
  await asOwner('postgres', [
    `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`,
    `CREATE DATABASE ${name} TEMPLATE bench_boston`,
  ])
  if (!isProtected) await asOwner(name, [withoutTriggers])
  await asOwner(name, ['ANALYZE'])
  const url = await addressOf(name)
  const client = isProtected ? openDatabase(url, 32) : connect(url, 32)
  const places = await client.$queryRaw<Place[]>`
    SELECT i.lat, i.lng, c.key AS category FROM issue i JOIN category c ON c.key = i.category_key
    WHERE i.lat IS NOT NULL AND c.is_choosable AND NOT c.is_emergency AND c.questions = '[]' ORDER BY i.id LIMIT 500`
  return {
    url,
    client,
    places,
    async close() {
      await client.$disconnect()
      await asOwner('postgres', [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`])
    },
  }
}

async function exists(name: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: await addressOf('postgres') })
  await client.connect()
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
  await client.end()
  return rowCount === 1
}

const withoutTriggers = `DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT tgname, tgrelid::regclass AS tab FROM pg_trigger WHERE tgname LIKE '%needs_entry' LOOP
    EXECUTE format('ALTER TABLE %s DISABLE TRIGGER %I', t.tab, t.tgname);
  END LOOP;
END $$`

async function shortenedBoston(rows: number): Promise<string> {
  const folder = path.join(env().dataDir, 'bench', `boston-${rows}`)
  if (existsSync(path.join(folder, 'reports.csv'))) return folder
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const whole = path.resolve('prisma/cities/boston')
  await cp(whole, folder, { recursive: true, filter: (file) => !file.endsWith('reports.csv.gz') })
  const out = createWriteStream(path.join(folder, 'reports.csv'))
  let count = 0
  for await (const line of createInterface({
    input: createReadStream(path.join(whole, 'reports.csv.gz')).pipe(createGunzip()),
  })) {
    if (count++ > rows) break
    out.write(`${line}\n`)
  }
  out.end()
  await once(out, 'finish')
  return folder
}
