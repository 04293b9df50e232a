import { defineInteraction } from '~/safeguards/door.server'
import { townOf } from '../town/town.server'
import { areaAt, isInTown } from './areas.server'
import { placeAtInput } from './place.input'
import { placeWords } from './place-words.server'
import { publicPlace } from './public-place'

/** Somebody moves the pin and reads where it is now, and whether that is still in the town. */
export const showPlace = defineInteraction({
  ...publicPlace,
  name: 'place.at',
  input: placeAtInput,
  async handle({ input: { lat, lng }, tx }) {
    const isHere = isInTown(await townOf(tx), lat, lng)
    if (!isHere) return { isInTown: false, words: '', area: null }
    return { isInTown: true, words: await placeWords(tx, lat, lng), area: await areaAt(tx, lat, lng) }
  },
})
