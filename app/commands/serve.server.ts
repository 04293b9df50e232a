import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type RequestHandler } from 'express'
import { schedules } from '~/interactions/schedules.server'
import { tasks } from '~/interactions/tasks.server'
import type { Env } from '~/platform/env.server'
import { type JobsRunner, startJobs } from '~/platform/jobs.server'
import { log } from '~/platform/log.server'
import { rememberRoutes } from '~/platform/remembered-routes.server'
import { answerByBranch } from '~/platform/route-branches.server'
import { writeCounts } from '~/safeguards/door/counters.server'
import { healthz, metrics, readyz } from './health.server'
import { inTurns } from './in-turns.server'
import { perimeter, shedding } from './perimeter.server'
import { startSequencer } from './sequencer.server'

type Serving = {
  env: Env
  databaseUrl: string
  build: ServerBuild | (() => Promise<ServerBuild>)
  /** The figures of all processes that serve pages, where there are several. */
  metricsOfAll?: () => Promise<string | null>
  /** Vite's own middleware, when developing. */
  development?: RequestHandler
}

/** Serves the town: pages, files, health, and the queue beside them. Resolves when it listens; `stop` ends all of it cleanly. */
export async function serve(serving: Serving): Promise<{ stop: () => Promise<void> }> {
  const { env, databaseUrl } = serving
  const parts: { stop: () => Promise<void> }[] = []
  if (env.role !== 'web') parts.push(startSequencer(databaseUrl, env), await workQueue(databaseUrl))
  if (env.role !== 'worker') parts.push(await listen(serving))
  const counting = setInterval(
    () => void writeCounts().catch(() => log('warn', 'Counts of page views could not be written.')),
    5_000,
  )
  return {
    async stop() {
      clearInterval(counting)
      // The web server first, so that nothing new comes in while the rest is finished.
      for (const part of parts.reverse()) await part.stop()
      await writeCounts().catch(() => {})
    },
  }
}

const workQueue = (databaseUrl: string): Promise<JobsRunner> =>
  startJobs(databaseUrl, tasks, schedules, (level, line) => log(level === 'warning' ? 'warn' : level, line))

async function listen({ env, build, development, metricsOfAll }: Serving) {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', false)
  app.get('/healthz', healthz)
  app.get('/readyz', readyz)
  app.get('/metrics', metrics(env, metricsOfAll))
  app.use(perimeter(env))
  app.use(compression())
  if (development) app.use(development)
  else {
    rememberRoutes()
    answerByBranch()
    app.use(
      '/assets',
      express.static(path.resolve('build/client/assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
    )
    app.use(onlyFiles(express.static(path.resolve('build/client'), { maxAge: '1h', index: false, dotfiles: 'ignore' })))
  }
  app.use(shedding())
  app.use(inTurns())
  app.use(personalPages)
  app.all(
    '*',
    createRequestHandler({
      build,
      mode: development ? 'development' : 'production',
      getLoadContext: (_request, response) => ({ nonce: response.locals.nonce, incident: response.locals.incident }),
    }),
  )
  const server = createServer({ maxHeaderSize: 16 * 1024 }, app)
  server.requestTimeout = 120_000
  server.headersTimeout = 10_000
  server.keepAliveTimeout = 65_000
  if (env.trustedProxies === 0) limitConnections(server, 200)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(env.port, env.host, resolve)
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new Error(`Port ${env.port} is taken. Set PORT to another number.`)
    throw error
  })
  return { stop: () => closeServer(server) }
}

// Looking on the disk for each page costs more than finding its route.
const onlyFiles =
  (files: RequestHandler): RequestHandler =>
  (request, response, next) =>
    /\.\w+$/.test(request.path) ? files(request, response, next) : next()

/** Nothing that is shown to somebody who signed in stays in a cache, theirs or anybody's; the rest is asked for anew. */
const personalPages: RequestHandler = (request, response, next) => {
  const isSignedIn = /(?:^|;\s*)(?:__Host-)?meent[\w-]*=/.test(request.headers.cookie ?? '')
  response.set('Cache-Control', isSignedIn ? 'no-store' : 'no-cache')
  response.vary('Cookie')
  // What a page says about itself takes the place of what is said here; two values of one header would contradict each other.
  const append = response.append.bind(response)
  response.append = (name, value) =>
    saidOnce.has(name.toLowerCase()) ? response.set(name, value) : append(name, value)
  next()
}

const saidOnce = new Set([
  'cache-control',
  'referrer-policy',
  'content-security-policy',
  'content-type',
  'x-content-type-options',
  'cross-origin-resource-policy',
])

function limitConnections(server: Server, most: number) {
  const open = new Map<string, number>()
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? ''
    if (/^(::ffff:)?127\.|^::1$/.test(address)) return
    const count = (open.get(address) ?? 0) + 1
    open.set(address, count)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left > 0) open.set(address, left)
      else open.delete(address)
    })
    if (count > most) socket.destroy()
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // Requests under way may finish; connections that only wait are closed.
    const patience = setTimeout(() => server.closeAllConnections(), 8_000)
    server.close(() => {
      clearTimeout(patience)
      resolve()
    })
    server.closeIdleConnections()
  })
}
