import { z } from 'zod'
import { OutOfDate } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { allInteractions } from '../register/all-interactions.server'
import { administering } from './administering'
import { failureOf } from './failed-work'

const working = {
  ...administering,
  purpose: 'security-of-the-platform',
  legalBasis: 'A6-1-c-legal-obligation',
} as const
type Dead = { id: bigint; task: string; tries: number; error: string | null; made_at: Date; failed_at: Date }

/** An administrator sees which work failed for good: what kind, how often it was tried, why. Never what it was about. */
export const listFailedJobs = defineInteraction({
  ...working,
  name: 'job.list-failed',
  input: z.object({}),
  values: ['performing', 'integrity'],
  effect: 'public-read',
  touches: {},
  async handle({ tx }) {
    const rows = await tx.$queryRaw<Dead[]>`SELECT * FROM dead_jobs()`
    const known = new Set<string>((await allInteractions()).map(({ name }) => name))
    return {
      jobs: rows.map(({ id, task, tries, error, made_at, failed_at }) => ({
        id: String(id),
        task,
        isKnown: known.has(task),
        tries,
        failure: failureOf(error),
        madeAt: made_at,
        failedAt: failed_at,
      })),
    }
  },
})

const which = z.object({ job: z.string().regex(/^\d{1,18}$/) })

/** An administrator has failed work tried again, from the first try on. */
export const retryJob = defineInteraction({
  ...working,
  name: 'job.retry',
  input: which,
  values: ['performing'],
  effect: 'write',
  touches: { record: ['job'] },
  async handle({ input, tx, now }) {
    const [row] = await tx.$queryRaw<
      { task: string | null }[]
    >`SELECT retry_dead_job(${input.job}::bigint, ${now}) AS task`
    if (!row?.task) throw new OutOfDate()
    return { task: row.task }
  },
  about: (_, { task }) => ({ object: { type: 'job', ref: task } }),
})

/** An administrator gives up on failed work: it will never be done. */
export const dismissJob = defineInteraction({
  ...working,
  name: 'job.dismiss',
  input: which,
  values: ['performing', 'integrity'],
  effect: 'write',
  touches: { record: ['job'] },
  async handle({ input, tx }) {
    const [row] = await tx.$queryRaw<{ task: string | null }[]>`SELECT dismiss_dead_job(${input.job}::bigint) AS task`
    if (!row?.task) throw new OutOfDate()
    return { task: row.task }
  },
  about: (_, { task }) => ({ object: { type: 'job', ref: task } }),
})
