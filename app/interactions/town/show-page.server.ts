import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { townOrNull } from './town.server'

/** What surrounds every page: the town's name, its languages and who is looking. Shows nobody's data but their own role. */
export const showPage = defineInteraction({
  name: 'town.show-page',
  input: z.object({}),
  roles,
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['responsive'],
  effect: 'public-read',
  touches: {},
  async handle({ tx, actor, language, now }) {
    const town = await townOrNull(tx)
    const { settings } = town ?? {}
    return {
      town: {
        key: town?.key ?? '',
        name: town?.name ?? '',
        timezone: town?.timezone ?? 'UTC',
        languages: town?.languages ?? [],
        version: town?.version ?? 0,
        bounds: town?.bounds ?? null,
        attribution: town?.attribution ?? '',
        title: settings?.title[language] ?? '',
        lead: settings?.lead[language] ?? '',
        contact: {
          email: settings?.contact.email ?? '',
          phone: settings?.contact.phone ?? '',
          address: settings?.contact.address ?? '',
          hours: settings?.contact.hours[language] ?? '',
        },
      },
      wordings: settings?.wordings[language] ?? {},
      viewer: { role: actor.role, isSignedIn: actor.id !== null, jobTitle: actor.jobTitle },
      now,
    }
  },
})
