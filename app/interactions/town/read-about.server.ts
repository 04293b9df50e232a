import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { townOrNull } from './town.server'

/** Anybody reads how to reach the town, and what to expect of this site. */
export const readAbout = defineInteraction({
  name: 'town.read-about',
  input: z.object({}),
  roles,
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['responsive', 'equality'],
  effect: 'public-read',
  touches: {},
  async handle({ tx, language }) {
    const town = await townOrNull(tx)
    return { town: town?.name ?? '', language }
  },
})
