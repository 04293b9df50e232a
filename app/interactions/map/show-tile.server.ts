import { mapColours } from '~/map/map-colours'
import { tilePx } from '~/map/picture-address'
import { boundsOf, type Tile } from '~/map/quadkey'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { type Town, townOf } from '../town/town.server'
import { ownTile } from './own-tiles.server'
import { tileInput } from './show-picture.input'
import { type MapPicture, townPicture } from './town-picture.server'

/** A square of the base map: the town's own tiles where it has them, else drawn from the town's own data. */
export const showTile = defineInteraction({
  name: 'map.show-tile',
  input: tileInput,
  roles,
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['responsive'],
  effect: 'public-read',
  touches: {},

  async handle({ input, tx }): Promise<MapPicture> {
    const { theme, version, ...tile } = input
    const town = await townOf(tx)
    if (!isAround(town, tile)) throw new NotFound()
    const own = await ownTile(tile, theme)
    if (own) return own

    return townPicture(tx, town, {
      name: `${theme}/${tile.z}/${tile.x}-${tile.y}`,
      version,
      picture: () => ({
        view: { zoom: tile.z, x: tile.x * tilePx, y: tile.y * tilePx, width: tilePx, height: tilePx },
        colours: mapColours(theme, town.settings.theme),
        // Twice as sharp: 512 pixels, so that names are crisp on every screen.
        scale: 2,
      }),
    })
  },
})

// Nobody can make us draw the rest of the world: a town's map ends half its own width around it, and on low zooms a bit later.
function isAround({ bounds }: Town, tile: Tile): boolean {
  if (!bounds) return true
  const [west, south, east, north] = bounds
  const [left, bottom, right, top] = boundsOf(tile)
  const [wide, high] = [Math.max(east - west, 0.2), Math.max(north - south, 0.15)]
  return right > west - wide && left < east + wide && top > south - high && bottom < north + high
}
