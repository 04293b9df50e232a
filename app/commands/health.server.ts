import { timingSafeEqual } from 'node:crypto'
import type { RequestHandler } from 'express'
import { collectDefaultMetrics, Gauge, register } from 'prom-client'
import { database } from '~/platform/db.server'
import type { Env } from '~/platform/env.server'
import { missingMigrations } from '~/platform/migrations.server'

/** The process lives. Nothing else is asked, so that a slow database does not get healthy processes killed. */
export const healthz: RequestHandler = (_request, response) => {
  response.type('text/plain').send('ok\n')
}

/** Whether this process can do its work: database, tables, and how long records wait to be sequenced. */
export const readyz: RequestHandler = async (_request, response) => {
  const state = await readiness().catch(() => ({ database: false, migrations: false, waitingRecords: null }))
  const isReady = state.database && state.migrations
  response
    .status(isReady ? 200 : 503)
    .set('Cache-Control', 'no-store')
    .json({ ready: isReady, ...state })
}

async function readiness() {
  const missing = await missingMigrations(
    () =>
      database().$queryRaw<
        { migration_name: string }[]
      >`SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL`,
  )
  return { database: true, migrations: missing.length === 0, waitingRecords: await waitingRecords() }
}

// Reading it costs a scan: the planner's estimate is good enough for a gauge and does not grow with the outbox.
async function waitingRecords(): Promise<number> {
  const [row] = await database().$queryRaw<{ n: bigint }[]>`
    SELECT GREATEST(reltuples, 0)::bigint AS n FROM pg_class WHERE oid = 'entry_pending'::regclass`
  return Number(row?.n ?? 0)
}

let isCollecting = false

/** Figures for Prometheus: on loopback, or with the token. */
export const metrics = (
  { metricsToken }: Env,
  ofAll: () => Promise<string | null> = () => register.metrics(),
): RequestHandler => {
  if (!isCollecting) {
    isCollecting = true
    collectDefaultMetrics()
    new Gauge({
      name: 'meent_records_waiting',
      aggregator: 'max',
      help: 'Entries that wait to be sequenced into the ledger (estimate)',
      async collect() {
        this.set(await waitingRecords().catch(() => Number.NaN))
      },
    })
  }
  return async (request, response) => {
    const isLoopback =
      /^(::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? '') && !request.headers['x-forwarded-for']
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (!isLoopback && !(metricsToken && token && isSame(token, metricsToken))) return void response.status(404).end()
    const figures = await ofAll()
    if (figures === null) return void response.status(503).set('Retry-After', '10').end()
    response.type(register.contentType).send(figures)
  }
}

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
