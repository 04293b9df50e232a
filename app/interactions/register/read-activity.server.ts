import { z } from 'zod'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { activityOf } from '~/safeguards/lawfulness/processing-activities'
import { roles } from '~/safeguards/vocabulary'
import { allInteractions } from './all-interactions.server'
import { activityEntryOf, entryOf } from './register-pages'

/** One processing activity in one version: where each line of the processing log points. */
export const readActivity = defineInteraction({
  name: 'register.read-activity',
  input: z.object({ id: z.string().max(60), n: z.coerce.number().int() }),
  roles,
  purpose: 'oversight',
  legalBasis: 'A6-1-c-legal-obligation',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['lawfulness', 'integrity'],
  effect: 'public-read',
  touches: {},
  async handle({ input }) {
    const activity = activityOf(input.id)
    if (!activity || activity.version !== input.n) throw new NotFound()
    const own = (await allInteractions()).filter(({ purpose }) => purpose === activity.id)
    return { activity: activityEntryOf(activity), interactions: own.map((one) => entryOf(one, activity.version)) }
  },
})
