import type { Task } from '~/platform/jobs.server'
import { theSystem } from '~/safeguards/door/actor.server'
import { enterAs } from '~/safeguards/door.server'
import { followOwnReport } from './follow-own-report.server'
import { tellOfNewIssue } from './tell-of-new-issue.server'

/** Queued work of follows. */
export const followTasks: Record<'follow.tell' | 'follow.own-report', Task> = {
  async 'follow.tell'(payload) {
    const outcome = await enterAs(tellOfNewIssue, theSystem, payload)
    if (!outcome.ok) throw outcome.problem
  },
  async 'follow.own-report'(payload) {
    const outcome = await enterAs(followOwnReport, theSystem, payload)
    if (!outcome.ok) throw outcome.problem
  },
}
