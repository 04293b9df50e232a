import { arranged, bubblePx } from '~/map/arrange'
import { clusterLevelOf, clusterTilePx } from '~/map/cluster-answer'
import { mapColours } from '~/map/map-colours'
import { isTile, type Place } from '~/map/quadkey'
import { mapSign } from '~/map/signs'
import { localeOf } from '~/platform/languages'
import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { filtersToParams } from '../issues/issue-filters.input'
import { townOf } from '../town/town.server'
import { cellsVersion } from './cells-version.server'
import { clustersIn } from './clusters.server'
import { stillIssuesInput } from './show-picture.input'
import { pixelAt, stillView } from './still-view'
import { type MapPicture, townPicture } from './town-picture.server'

/** The map of issues as a picture: the same bubbles and signs as on the live one, for whoever reads without JavaScript. */
export const showStillIssues = defineInteraction({
  name: 'map.show-still-issues',
  input: stillIssuesInput,
  roles,
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['responsive', 'equality'],
  effect: 'public-read',
  touches: {},

  async handle({ input: { still, filters }, tx, now, language }): Promise<MapPicture> {
    const { theme, version, size, zoom, lat, lng } = still
    const [town, cells] = [await townOf(tx), await cellsVersion(tx, now)]
    const colours = mapColours(theme, town.settings.theme)
    const view = stillView(still)
    const squares = squaresIn(view).map((tile) => clustersIn(tx, tile, filters, { now, language }))
    const items = arranged(await Promise.all(squares), (place: Place) => pixelAt(place, zoom))
    const short = new Intl.NumberFormat(localeOf(language), { notation: 'compact' })

    return townPicture(tx, town, {
      name: `issues-${cells}/${theme}/${size}-${zoom}-${lat}-${lng}?${filtersToParams(filters)}`,
      version,
      isBrief: true,
      picture: () => ({
        view,
        colours,
        scale: 1.5,
        isWhole: true,
        bubbles: items
          .filter(({ n }) => n > 1)
          .map(({ x, y, n }) => ({ x, y, px: bubblePx(n), text: short.format(n) })),
        signs: items.flatMap(({ x, y, n, pins }) => {
          const [only] = pins ?? []
          return n === 1 && only ? [{ x, y, ...mapSign(only.state, colours) }] : []
        }),
      }),
    })
  },
})

function squaresIn({ zoom, x, y, width, height }: ReturnType<typeof stillView>) {
  const z = clusterLevelOf(zoom)
  const from = { x: Math.floor(x / clusterTilePx), y: Math.floor(y / clusterTilePx) }
  const to = { x: Math.floor((x + width) / clusterTilePx), y: Math.floor((y + height) / clusterTilePx) }
  const squares = []
  for (let row = from.y; row <= to.y; row++) {
    for (let column = from.x; column <= to.x; column++) squares.push({ z, x: column, y: row })
  }
  return squares.filter(isTile)
}
