import type { Task } from '~/platform/jobs.server'
import { accountTasks } from './accounts/account-tasks.server'
import { findingTasks } from './findings/finding-tasks.server'
import { followTasks } from './follows/follow-tasks.server'
import { letterTasks } from './letters/letter-tasks.server'
import { reportTasks } from './reports/report-tasks.server'

/**
 * Work that follows an act, by the name that `after(...)` gives. Each enters by the door as the platform itself, is tried
 * again after a failure, and may run twice: it must then do nothing the second time.
 */
export const tasks: Record<string, Task> = {
  ...accountTasks,
  ...findingTasks,
  ...followTasks,
  ...letterTasks,
  ...reportTasks,
}
