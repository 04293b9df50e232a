import type { Task } from '~/platform/jobs.server'
import { theSystem } from '~/safeguards/door/actor.server'
import { enterAs } from '~/safeguards/door.server'
import { forgetUnused } from '../people/forget-unused.server'
import { tidyAccounts } from './tidy-accounts.server'
import { writeSignInLink } from './write-sign-in-link.server'

/** Queued work of accounts: letters with a link, and putting away what its time is over. */
export const accountTasks: Record<'sign-in.write-link' | 'account.tidy' | 'person.forget-unused', Task> = {
  async 'sign-in.write-link'(payload) {
    const outcome = await enterAs(writeSignInLink, theSystem, payload)
    // A link that was used up means that this work was done before.
    if (!outcome.ok && outcome.problem.type !== 'link-not-valid') throw outcome.problem
  },
  async 'account.tidy'() {
    const outcome = await enterAs(tidyAccounts, theSystem, {})
    if (!outcome.ok) throw outcome.problem
  },
  async 'person.forget-unused'() {
    const outcome = await enterAs(forgetUnused, theSystem, {})
    if (!outcome.ok) throw outcome.problem
  },
}
