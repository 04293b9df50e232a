import { defineInteraction } from '~/safeguards/door.server'
import { listCrossingsInput } from './place.input'
import { publicPlace } from './public-place'
import { crossingsOf } from './streets.server'

/** Somebody who knows the street chooses the crossing nearest to what they saw. */
export const listCrossings = defineInteraction({
  ...publicPlace,
  name: 'place.crossings',
  input: listCrossingsInput,
  handle: async ({ input: { street }, tx }) => ({ street, crossings: await crossingsOf(tx, street) }),
})
