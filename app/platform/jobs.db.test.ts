import { afterEach, expect, test } from 'vitest'
import { useTown } from '~tests/town'
import { type JobsRunner, startJobs, type Task } from './jobs.server'

const town = useTown()
let runner: JobsRunner | undefined
const lines: string[] = []

afterEach(async () => {
  await runner?.stop()
  runner = undefined
  lines.length = 0
})

const start = async (tasks: Record<string, Task>) => {
  runner = await startJobs(town.url, tasks, [], (level, line) => void lines.push(`${level} ${line}`))
}

async function queue(task: string, payload: Record<string, unknown>, key?: string) {
  const jobs = JSON.stringify([{ task, payload, ...(key && { key }) }])
  await town.db.$queryRaw`SELECT queue_jobs(${jobs}::jsonb)::text`
}

async function until(isSo: () => boolean | Promise<boolean>) {
  const end = performance.now() + 10_000
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('It did not happen in ten seconds.')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

const attemptsOf = async (task: string) => {
  const rows = await town.sql<{ attempts: number; max: number; later: boolean }>(
    `SELECT attempts, max_attempts AS max, run_at > now() AS later FROM graphile_worker.jobs WHERE task_identifier = $1`,
    [task],
  )
  return rows[0]
}

test('work that an act queued is done once it is committed', async () => {
  const done: unknown[] = []
  await start({ 'trial.done': async (payload) => void done.push(payload) })
  await queue('trial.done', { issueId: 'x' })
  await until(() => done.length === 1)
  expect(done).toEqual([{ issueId: 'x' }])
  await until(async () => (await attemptsOf('trial.done')) === undefined)
})

test('work of an act that was rolled back is never done', async () => {
  const done: unknown[] = []
  await start({
    'trial.rolled-back': async (payload) => void done.push(payload),
    'trial.next': async () => void done.push('next'),
  })
  await expect(
    town.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT queue_jobs('[{"task":"trial.rolled-back","payload":{}}]'::jsonb)::text`
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  await queue('trial.next', {})
  await until(() => done.length > 0)
  expect(done).toEqual(['next'])
})

test('work that fails is tried again later, with a longer wait each time, and the log does not say what was in it', async () => {
  let tries = 0
  await start({
    'trial.fails': async () => {
      tries++
      throw new Error('could not write to rosa.jansen@residents.example')
    },
  })
  await queue('trial.fails', { mailId: 'm' })
  await until(() => tries === 1)
  await until(async () => (await attemptsOf('trial.fails'))?.later === true)
  expect(await attemptsOf('trial.fails')).toMatchObject({ attempts: 1, max: 12, later: true })
  await until(() => lines.length > 0)
  expect(lines.join('\n')).not.toContain('rosa')
})

test('work that failed and then succeeds has happened', async () => {
  let tries = 0
  await start({
    'trial.second-time': async () => {
      tries++
      if (tries === 1) throw new Error('not yet')
    },
  })
  await queue('trial.second-time', {})
  await until(async () => (await attemptsOf('trial.second-time'))?.later === true)
  await town.sql(`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE attempts = 1`)
  await until(async () => (await attemptsOf('trial.second-time')) === undefined)
  expect(tries).toBe(2)
})

test('two acts with one key leave one piece of work', async () => {
  await queue('trial.digest', { n: 1 }, 'digest-1')
  await queue('trial.digest', { n: 2 }, 'digest-1')
  const rows = await town.sql(`SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'trial.digest'`)
  expect(rows).toHaveLength(1)
})
