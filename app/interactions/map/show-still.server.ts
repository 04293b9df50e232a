import { mapColours } from '~/map/map-colours'
import { mapSign } from '~/map/signs'
import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { townOf } from '../town/town.server'
import { stillInput } from './show-picture.input'
import { pixelAt, stillView } from './still-view'
import { type MapPicture, townPicture } from './town-picture.server'

/** A drawn map of a place with its signs: for pages without JavaScript, receipts, letters and print. */
export const showStill = defineInteraction({
  name: 'map.show-still',
  input: stillInput,
  roles,
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['responsive'],
  effect: 'public-read',
  touches: {},

  async handle({ input, tx }): Promise<MapPicture> {
    const { theme, version, size, zoom, lat, lng, pin } = input
    const town = await townOf(tx)
    const colours = mapColours(theme, town.settings.theme)

    return townPicture(tx, town, {
      name: `still/${theme}/${size}-${zoom}-${lat}-${lng}${pin.map((one) => `-${one.state}@${one.lat},${one.lng}`).join('')}`,
      version,
      picture: () => ({
        view: stillView({ zoom, size, lat, lng }),
        colours,
        scale: 1.5,
        isWhole: true,
        signs: pin.map(({ state, ...place }) => ({ ...pixelAt(place, zoom), ...mapSign(state, colours) })),
      }),
    })
  },
})
