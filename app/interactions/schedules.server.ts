import type { Schedule } from '~/platform/jobs.server'

/** Work that the platform does by its own clock: a task of tasks.server.ts, and when (crontab words, UTC). */
export const schedules: readonly Schedule[] = [
  { task: 'account.tidy', match: '17 * * * *' },
  { task: 'person.forget-unused', match: '41 3 * * *' },
  { task: 'file.sweep', match: '23 3 * * *' },
]
