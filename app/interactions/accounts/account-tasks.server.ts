import type { Task } from '~/platform/jobs.server'
import { theSystem } from '~/safeguards/door/actor.server'
import { enterAs } from '~/safeguards/door.server'
import { writeSignInLink } from './write-sign-in-link.server'

/** Queued work of accounts. */
export const accountTasks: Record<'sign-in.write-link', Task> = {
  async 'sign-in.write-link'(payload) {
    const outcome = await enterAs(writeSignInLink, theSystem, payload)
    // A link that was used up means that this work was done before.
    if (!outcome.ok && outcome.problem.type !== 'link-not-valid') throw outcome.problem
  },
}
