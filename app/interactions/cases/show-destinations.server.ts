import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { filterChoices } from '../issues/filter-choices.server'

/** A civil servant sees to which kinds and neighbourhoods a case can go: all there are, because mandates do not limit where it belongs. */
export const showDestinations = defineInteraction({
  name: 'case.show-destinations',
  input: z.object({}),
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['performing'],
  effect: 'public-read',
  touches: {},
  handle: async ({ tx, language }) => filterChoices(tx, language),
})
