import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { townOrNull } from './town.server'

/** The town's own colours and sizes, for its style sheet. */
export const readTheme = defineInteraction({
  name: 'town.read-theme',
  input: z.object({}),
  roles,
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['responsive'],
  effect: 'public-read',
  touches: {},
  handle: async ({ tx }) => (await townOrNull(tx))?.settings.theme ?? {},
})
