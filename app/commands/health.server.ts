import { timingSafeEqual } from 'node:crypto'
import type { RequestHandler } from 'express'
import { collectDefaultMetrics, Gauge, register } from 'prom-client'
import { type Waiting, waitingNow } from '~/interactions/ledger/waiting.server'
import { database } from '~/platform/db.server'
import type { Env } from '~/platform/env.server'
import { missingMigrations } from '~/platform/migrations.server'
import { withinSeconds } from '~/safeguards/ledger/promise'

/** The process lives. Nothing else is asked, so that a slow database does not get healthy processes killed. */
export const healthz: RequestHandler = (_request, response) => {
  response.type('text/plain').send('ok\n')
}

/**
 * Whether this process can do its work: database and tables. A record that is signed too late is said beside it and makes
 * no process unready: residents are served all the same.
 */
export const readyz: RequestHandler = async (_request, response) => {
  const state = await readiness().catch(() => ({ database: false, migrations: false, ledger: null }))
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
  return { database: true, migrations: missing.length === 0, ledger: await ledgerHealth() }
}

// Half of what is promised: there is time to look before the promise is broken.
const lateAfter = { entries: 20_000, seconds: withinSeconds / 2 }

async function ledgerHealth() {
  const waiting = await waitingNow(database())
  return { ...waiting, isLate: waiting.entries > lateAfter.entries || waiting.seconds > lateAfter.seconds }
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
    gauge('meent_records_waiting', 'Entries that no signed head of the ledger covers yet', ({ entries }) => entries)
    gauge('meent_records_oldest_wait_seconds', 'How long the oldest of them has waited', ({ seconds }) => seconds)
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

const gauge = (name: string, help: string, of: (waiting: Waiting) => number) =>
  new Gauge({
    name,
    aggregator: 'max',
    help,
    async collect() {
      this.set(await waitingNow(database()).then(of, () => Number.NaN))
    },
  })

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
