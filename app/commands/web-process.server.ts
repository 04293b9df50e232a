import type { ServerBuild } from '@remix-run/node'
import { AggregatorRegistry } from 'prom-client'
import { closeDatabase, openDatabase } from '~/platform/db.server'
import { useEnv } from '~/platform/env.server'
import { log, openLog } from '~/platform/log.server'
import { serve } from './serve.server'
import type { FromWeb, ToWeb, WebSettings } from './web-processes.server'

/** One of several processes that serve pages: waits for its settings, listens, and ends when the first process says so or is gone. */
export function serveAsOneOfSeveral(build: ServerBuild): void {
  // Answers the first process when it gathers figures.
  new AggregatorRegistry()
  let serving: Promise<{ stop: () => Promise<void> }> | undefined
  const stop = async () => {
    await (await serving?.catch(() => undefined))?.stop()
    await closeDatabase()
    process.exit(0)
  }
  process.on('message', (message: ToWeb) => {
    if (message.say === 'settings') {
      serving = serveWith(message.settings, build)
      serving.catch((error: Error) => tell({ say: 'failed', why: error.message }, () => process.exit(1)))
    }
    if (message.say === 'stop') void stop()
  })
  tell({ say: 'settings?' })
  // Killed with -9, the first process cannot say that it is over.
  process.once('disconnect', () => void stop())
  // A terminal sends these to everybody at once; the first process decides in which order things end.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
}

async function serveWith({ env, databaseUrl, poolSize }: WebSettings, build: ServerBuild) {
  openLog(env.logLevel)
  openDatabase(databaseUrl, poolSize)
  log('debug', 'A process that serves pages begins.')
  return serve({ env: useEnv({ ...env, role: 'web' }), databaseUrl, build, metricsOfAll })
}

const waiting: ((text: string | null) => void)[] = []

/** The figures of all processes together; each one only knows its own. Null when one of them did not answer. */
function metricsOfAll(): Promise<string | null> {
  return new Promise((resolve) => {
    if (waiting.push(resolve) > 1) return
    process.once('message', function hear(message: ToWeb) {
      if (message.say !== 'metrics') return void process.once('message', hear)
      for (const answer of waiting.splice(0)) answer(message.text)
    })
    tell({ say: 'metrics?' })
  })
}

const tell = (message: FromWeb, then: () => void = () => {}) => process.send?.(message, undefined, undefined, then)
