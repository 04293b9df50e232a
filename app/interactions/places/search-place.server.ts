import { defineInteraction } from '~/safeguards/door.server'
import { searchPlaceInput } from './place.input'
import { publicPlace } from './public-place'
import { searchPlaces } from './search-places.server'

/** Somebody looks for a street, an address, a crossing or a landmark. What they typed is not kept. */
export const searchPlace = defineInteraction({
  ...publicPlace,
  name: 'place.search',
  input: searchPlaceInput,
  handle: ({ input, tx }) => searchPlaces(tx, input.q, input.limit),
})
