import type { Task } from '~/platform/jobs.server'
import { theSystem } from '~/safeguards/door/actor.server'
import { enterAs } from '~/safeguards/door.server'
import { sweepFiles } from './photos/sweep-files.server'

/** What the platform does for reports by its own clock. */
export const reportTasks: Record<string, Task> = {
  async 'file.sweep'() {
    const outcome = await enterAs(sweepFiles, theSystem, {})
    if (!outcome.ok) throw outcome.problem
  },
}
