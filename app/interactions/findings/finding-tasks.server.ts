import type { Task } from '~/platform/jobs.server'
import { theSystem } from '~/safeguards/door/actor.server'
import { enterAs } from '~/safeguards/door.server'
import { reviewBreakGlass } from './review-break-glass.server'

/** What the platform does for oversight without being asked. */
export const findingTasks: Record<string, Task> = {
  async 'finding.review-break-glass'(payload) {
    const outcome = await enterAs(reviewBreakGlass, theSystem, payload as Record<string, unknown>)
    if (!outcome.ok) throw outcome.problem
  },
}
