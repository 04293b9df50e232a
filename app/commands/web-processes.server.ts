import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { AggregatorRegistry } from 'prom-client'
import type { Env } from '~/platform/env.server'
import { log } from '~/platform/log.server'

/** What a process that serves pages is told; by message, since secrets in the environment are read by whoever lists processes. */
export type WebSettings = { env: Env; databaseUrl: string; poolSize: number }
export type ToWeb =
  | { say: 'settings'; settings: WebSettings }
  | { say: 'stop' }
  | { say: 'metrics'; text: string | null }
export type FromWeb = { say: 'settings?' } | { say: 'failed'; why: string } | { say: 'metrics?' }

const poolOfAll = 24
const patienceMs = 12_000
const pauseMs = 1_000

/**
 * Serves the pages from several processes behind one port: drawing pages keeps one core busy, and towns have more. One that
 * dies is replaced. Rejects when the first ones cannot listen; `stop` lets requests under way finish.
 */
export async function startWebProcesses(env: Env, databaseUrl: string): Promise<{ stop: () => Promise<void> }> {
  const poolSize = Math.max(5, Math.floor(poolOfAll / env.webProcesses))
  const settings: WebSettings = { env, databaseUrl, poolSize }
  const gathered = new AggregatorRegistry()
  let isStopping = false
  cluster.setupPrimary({ exec: process.argv[1], args: ['serve'] })

  const start = async () => {
    const worker = cluster.fork()
    worker.on('message', async (message: FromWeb) => {
      if (message.say === 'settings?') tell(worker, { say: 'settings', settings })
      // One that is just starting does not answer; half of the figures would look like a fall.
      if (message.say === 'metrics?')
        tell(worker, { say: 'metrics', text: await gathered.clusterMetrics().catch(() => null) })
    })
    await listening(worker)
    worker.once('exit', (code, signal) => {
      if (isStopping) return
      log('error', 'A process that serves pages has ended; another one takes its place.', { code, signal })
      setTimeout(again, pauseMs).unref()
    })
  }
  const again = () =>
    void start().catch((error: Error) => {
      log('error', 'A process that serves pages did not start.', { said: error.message })
      if (!isStopping) setTimeout(again, pauseMs).unref()
    })
  const stop = async () => {
    isStopping = true
    await Promise.all(Object.values(cluster.workers ?? {}).flatMap((worker) => (worker ? [end(worker)] : [])))
  }

  try {
    await Promise.all(Array.from({ length: env.webProcesses }, start))
  } catch (error) {
    await stop()
    throw error
  }
  return { stop }
}

const tell = (worker: Worker, message: ToWeb) => worker.isConnected() && worker.send(message)

async function listening(worker: Worker): Promise<void> {
  let why = 'A process that serves pages has ended at once.'
  const hear = (message: FromWeb) => {
    if (message.say === 'failed') why = message.why
  }
  worker.on('message', hear)
  const [how] = await Promise.race([
    once(worker, 'listening').then(() => ['listening'] as const),
    once(worker, 'exit').then(() => ['exit'] as const),
  ])
  worker.off('message', hear)
  if (how === 'exit') throw new Error(why)
}

async function end(worker: Worker): Promise<void> {
  if (worker.isDead()) return
  const gone = once(worker, 'exit')
  const patience = setTimeout(() => worker.process.kill('SIGKILL'), patienceMs)
  tell(worker, { say: 'stop' })
  await gone
  clearTimeout(patience)
}
