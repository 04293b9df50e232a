import { randomBytes } from 'node:crypto'
import { runOnce } from 'graphile-worker'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import { holdClock, timeHere } from '~/platform/clock.server'
import { closeDatabase, type Database, database, openDatabase, type Tx } from '~/platform/db.server'
import { type Env, useEnv } from '~/platform/env.server'
import { keepSession, newSessionId, sessionCookie } from '~/platform/session.server'
import { theSystem, type Visit, visitOf } from '~/safeguards/door/actor.server'
import type { Channel, Language } from '~/safeguards/vocabulary'
import { databaseAt, dropDatabase, onDatabase } from './database-setup'
import { everybody, type NameInTestdam, people, secretOfTestdam } from './people-of-testdam'
import { expectWholeRecord } from './record-chain'
import { spots } from './rows-of-testdam'
import { writeFixtureEntry } from './testdam'

type Who = NameInTestdam | 'anybody' | 'system'
export type QueuedJob = { task: string; payload: Record<string, unknown>; key: string | null }

/**
 * A town of its own for one test file: Testdam in a fresh database, open as the door opens it. After the last test the
 * whole record is verified, and then the database is dropped. Call it once, at the top of a `.db.test.ts` file.
 */
export function useTown(settings: Partial<Env> = {}) {
  const { server, template } = inject('testDatabase')
  const name = `meent_test_${randomBytes(6).toString('hex')}`
  const url = databaseAt(server, name)
  const neverIn = everybody.flatMap((person) => [person.id, person.name, person.email, person.phone ?? person.name])
  let owner: pg.Pool | undefined

  beforeAll(async () => {
    await onDatabase(server, 'postgres', (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))
    useEnv(settingsOf(settings, url))
    openDatabase(url, 10)
    owner = new pg.Pool({ connectionString: url, max: 2 })
  })

  afterEach(async () => {
    holdClock(undefined)
    await mendRecords()
  })

  afterAll(async () => {
    try {
      if (owner) await expectWholeRecord(sql, neverIn)
    } finally {
      await closeDatabase()
      await owner?.end()
      await dropDatabase(server, name)
    }
  })

  /** As the owner of the database, for what the application itself may not do or see. */
  async function sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    if (!owner) throw new Error('The town is not open yet: use it within a test or a hook.')
    return (await owner.query<Row>(text, values)).rows
  }

  /** Rows laid out by hand, in one transaction with the entry that the database asks for. */
  const given = <Value>(act: (tx: Tx) => Promise<Value>): Promise<Value> =>
    database().$transaction(async (tx) => {
      await writeFixtureEntry((text, values) => tx.$executeRawUnsafe(text, ...values))
      return act(tx)
    })

  /** Somebody at the door. */
  async function visit(who: Who, as: { channel?: Channel; language?: Language } = {}): Promise<Visit> {
    if (who === 'system') return theSystem
    if (who !== 'anybody') return visitOf(people[who].id, as.channel, as.language)
    const actor = {
      id: null,
      role: 'resident' as const,
      mandates: [],
      department: null,
      jobTitle: null,
      sessionHash: null,
    }
    return { actor, language: as.language ?? 'en', channel: as.channel ?? 'web', traceparent: null, address: null }
  }

  /** A request as a browser sends it, signed in as somebody: for `enter`, loaders and actions. */
  async function request(who: Who, path: string, form?: Record<string, string> | FormData): Promise<Request> {
    const headers = new Headers({ 'x-meent-address': '192.0.2.1' })
    if (who !== 'anybody' && who !== 'system') {
      const { id: personId, role } = people[who]
      const sessionId = newSessionId()
      await keepSession(database(), { sessionId, personId, role, device: 'Test' }, timeHere())
      headers.set('cookie', sessionCookie(sessionId, role).split(';', 1)[0] ?? '')
    }
    const body = form instanceof FormData ? form : form && new URLSearchParams(form)
    return new Request(new URL(path, 'http://localhost:3000'), { headers, ...(body && { method: 'POST', body }) })
  }

  /** From now on this table of the record accepts nothing: no act that must write there may have an effect. */
  async function breakRecords(table: string) {
    await sql(`CREATE OR REPLACE FUNCTION broken_for_test() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'the record % is broken', TG_TABLE_NAME; END $$`)
    await sql(
      `CREATE TRIGGER broken_for_test BEFORE INSERT ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION broken_for_test()`,
    )
  }

  /** Mends what `breakRecords` broke; done after each test anyway. */
  async function mendRecords() {
    const broken = await sql<{ name: string }>(
      `SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'broken_for_test'`,
    )
    for (const { name: table } of broken) await sql(`DROP TRIGGER broken_for_test ON ${table}`)
  }

  /** What acts have queued and nobody has done yet. */
  const queued = () =>
    sql<QueuedJob>(
      `SELECT t.identifier AS task, j.payload, j.key FROM graphile_worker._private_jobs j
       JOIN graphile_worker._private_tasks t ON t.id = j.task_id ORDER BY j.id`,
    )

  /** Does all queued work, and what that work queues; a task that fails fails the test. */
  async function work() {
    // Only here: a test that queues nothing need not load every task.
    const { tasks } = await import('~/interactions/tasks.server')
    let trouble: unknown
    const taskList = Object.fromEntries(
      Object.entries(tasks).map(([task, act]) => [
        task,
        async (payload: unknown) => {
          await act(payload as Record<string, unknown>).catch((error: unknown) => {
            trouble ??= error
            throw error
          })
        },
      ]),
    )
    await runOnce({ pgPool: owner, taskList, noHandleSignals: true, noPreparedStatements: true })
    if (trouble) throw trouble
  }

  return {
    people,
    spots,
    url,
    sql,
    given,
    visit,
    request,
    breakRecords,
    mendRecords,
    queued,
    work,
    /** More that must not stand in any record: what a test types as personal data. */
    neverInRecords: (...texts: string[]) => void neverIn.push(...texts),
    get db(): Database {
      return database()
    },
  }
}

const settingsOf = (settings: Partial<Env>, databaseUrl: string): Env => ({
  port: 3000,
  host: '127.0.0.1',
  baseUrl: 'http://localhost:3000',
  dataDir: 'var/test',
  databaseUrl,
  secretKey: secretOfTestdam,
  secretKeyBefore: undefined,
  ledgerKeyFile: undefined,
  ledgerWitnesses: [],
  smtpUrl: undefined,
  mailFrom: undefined,
  mapTilesUrl: undefined,
  filesUrl: undefined,
  role: 'all',
  webProcesses: 1,
  trustedProxies: 0,
  metricsToken: undefined,
  demo: false,
  logLevel: 'error',
  ...settings,
})
