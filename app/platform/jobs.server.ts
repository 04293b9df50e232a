import { Logger, parseCronItems, type Runner, run } from 'graphile-worker'
import pg from 'pg'

/** One kind of queued work. A throw means: try again later. */
export type Task = (payload: Record<string, unknown>) => Promise<void>

/** Work by the clock: a task, and when (crontab words in UTC). */
export type Schedule = { task: string; match: string }

export type JobsRunner = { stop: () => Promise<void> }

/**
 * Starts working through the queue. At least once, with back-off between tries (about 9 hours for the 12 tries that acts
 * ask for), and by as many processes as there are. `log` gets sentences without personal data.
 */
export async function startJobs(
  databaseUrl: string,
  tasks: Record<string, Task>,
  schedules: readonly Schedule[],
  log: (level: 'error' | 'warning' | 'info' | 'debug', line: string) => void,
): Promise<JobsRunner> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 })
  // A database that restarts closes idle connections; the pool opens new ones.
  const closed = () => log('warning', 'A connection of the job queue was closed.')
  pool.on('error', closed)
  pool.on('connect', (client) => client.on('error', closed))
  const logger = new Logger(() => (level, message) => {
    // Messages of failed jobs may carry what somebody typed: only their kind goes to the log.
    if (level === 'error') log('error', message.split('\n', 1)[0]?.replace(/ with error .*$/, '') ?? 'A job failed.')
  })
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: 4,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger,
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(asRecord(payload))]),
    ),
    parsedCronItems: parseCronItems(
      schedules.map(({ task, match }) => ({ task, match, options: { backfillPeriod: 0, maxAttempts: 3 } })),
    ),
  })
  return {
    async stop() {
      await runner.stop()
      await pool.end()
    },
  }
}

const asRecord = (payload: unknown): Record<string, unknown> =>
  typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>) : {}
