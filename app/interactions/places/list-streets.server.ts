import { defineInteraction } from '~/safeguards/door.server'
import { listStreetsInput } from './place.input'
import { publicPlace } from './public-place'
import { letters, streetsOf } from './streets.server'

/** Somebody chooses a place from a list instead of from the map: first the letter, then the street. */
export const listStreets = defineInteraction({
  ...publicPlace,
  name: 'place.streets',
  input: listStreetsInput,
  async handle({ input: { letter }, tx }) {
    return { letters: await letters(tx), letter: letter ?? null, streets: letter ? await streetsOf(tx, letter) : [] }
  },
})
