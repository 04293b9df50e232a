import { z } from 'zod'
import { checks } from '~/safeguards/checks'
import { defineInteraction } from '~/safeguards/door.server'
import { processingActivities } from '~/safeguards/lawfulness/processing-activities'
import { roles } from '~/safeguards/vocabulary'
import { townOrNull } from '../town/town.server'
import { allInteractions } from './all-interactions.server'
import { activityEntryOf, entryOf } from './register-pages'

/** What this platform may do with whose data: every processing activity, every interaction and every check, as declared. */
export const readRegister = defineInteraction({
  name: 'register.read',
  input: z.object({}),
  roles,
  purpose: 'oversight',
  legalBasis: 'A6-1-c-legal-obligation',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['lawfulness', 'integrity'],
  effect: 'public-read',
  touches: {},
  async handle({ tx }) {
    const town = await townOrNull(tx)
    const versionOf = new Map<string, number>(processingActivities.map(({ id, version }) => [id, version]))
    const all = await allInteractions()
    const actsOf: Record<string, number> = {}
    for (const { purpose } of all) actsOf[purpose] = (actsOf[purpose] ?? 0) + 1
    return {
      controller: { name: town?.name ?? '', contact: town?.settings.contact ?? null },
      activities: processingActivities.map(activityEntryOf),
      /** How many acts each activity has. */
      actsOf,
      interactions: [...all]
        .sort((one, other) => (one.name < other.name ? -1 : 1))
        .map((declared) => entryOf(declared, versionOf.get(declared.purpose) ?? 0)),
      checks: checks.map(({ id, version, value, when, source }) => ({ id, version, value, when, source })),
    }
  },
})
