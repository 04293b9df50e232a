import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { languages, roles } from '~/safeguards/vocabulary'
import { townOrNull } from './town.server'

/** The sentences of some pages in one language, for a browser that draws them: with the town's own wordings. */
export const readWords = defineInteraction({
  name: 'town.read-words',
  input: z.object({ language: z.enum(languages), areas: z.string().regex(/^[a-z-]+(\.[a-z-]+){0,19}$/) }),
  roles,
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['responsive'],
  effect: 'public-read',
  touches: {},
  async handle({ input: { language, areas }, tx }) {
    const town = await townOrNull(tx)
    return { language, areas: areas.split('.'), wordings: town?.settings.wordings[language] ?? {} }
  },
})
