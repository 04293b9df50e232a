import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { runMigrations as migrateJobs } from 'graphile-worker'
import pg from 'pg'

const folder = path.resolve('prisma/migrations')
// Two processes that start at once must not migrate at once; any fixed number will do.
const migrationLock = 7_316_204_511

/**
 * Brings a database to the newest tables: plain SQL folders in order, noted in Prisma's own `_prisma_migrations`, then
 * the tables of the job queue. Running it again does nothing. Throws when an applied file was changed afterwards.
 */
export async function migrate(databaseUrl: string, log: (line: string) => void = () => {}): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock])
    await requireVersion(client)
    await client.query(bookkeeping)
    const applied = await client.query<{ migration_name: string; checksum: string }>(
      'SELECT migration_name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL',
    )
    const checksums = new Map(applied.rows.map((row) => [row.migration_name, row.checksum]))
    for (const migration of await migrationFiles()) {
      const known = checksums.get(migration.name)
      if (known === migration.checksum) continue
      if (known) throw new Error(`The migration ${migration.name} was changed after it had been applied.`)
      await apply(client, migration)
      log(`Applied ${migration.name}`)
    }
    await migrateJobs({ connectionString: databaseUrl })
    await client.query(jobRights)
  } finally {
    await client.end()
  }
}

/** Names of migrations that this version ships and the database lacks; empty when all is well. */
export async function missingMigrations(query: (sql: string) => Promise<{ migration_name: string }[]>) {
  const rows = await query('SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL')
  const applied = new Set(rows.map((row) => row.migration_name))
  return (await migrationFiles()).map((migration) => migration.name).filter((name) => !applied.has(name))
}

type Migration = { name: string; sql: string; checksum: string }

async function migrationFiles(): Promise<Migration[]> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  return Promise.all(
    names
      .map((entry) => entry.name)
      .sort()
      .map(async (name) => {
        const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8')
        return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
      }),
  )
}

// One transaction for the tables and for the note about them: a crash leaves both or neither.
async function apply(client: pg.Client, { name, sql, checksum }: Migration) {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Error(`The migration ${name} could not be applied: ${String(error)}`, { cause: error })
  }
}

async function requireVersion(client: pg.Client) {
  const { rows } = await client.query<{ v: number }>(`SELECT current_setting('server_version_num')::int AS v`)
  const version = rows[0]?.v ?? 0
  if (version < 150_000) throw new Error(`PostgreSQL 15 or later is needed; this server says ${version}.`)
}

const bookkeeping = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0)`

const jobRights = `
  GRANT USAGE ON SCHEMA graphile_worker TO meent_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO meent_app;
  GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA graphile_worker TO meent_app;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO meent_app;
  -- The queue's tables have row level security, so the application's role queues through this one function.
  CREATE OR REPLACE FUNCTION queue_jobs(jobs jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, graphile_worker AS $$
  DECLARE job jsonb;
  BEGIN
    FOR job IN SELECT * FROM jsonb_array_elements(jobs) LOOP
      PERFORM graphile_worker.add_job(identifier => job->>'task', payload => (job->'payload')::json,
        run_at => (job->>'runAt')::timestamptz, max_attempts => 12, job_key => job->>'key');
    END LOOP;
  END $$;
  REVOKE ALL ON FUNCTION queue_jobs(jsonb) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION queue_jobs(jsonb) TO meent_app;
  GRANT SELECT ON _prisma_migrations TO meent_app;
  REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM meent_app;`
