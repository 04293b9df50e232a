import { drawPicture, type Picture } from '~/map/draw.server'
import { keptPictures } from '~/map/kept-pictures.server'
import { drawingRevision, mapVersion } from '~/map/picture-address'
import type { Tx } from '~/platform/db.server'
import { type Town, townOf } from '../town/town.server'
import { areasOf, basemapOf, drawingKeyOf } from './basemap.server'

/** A picture and what a browser needs to keep it. `isLasting`: this address will always show this. */
export type MapPicture = { bytes: Buffer; type: string; tag: string; isLasting: boolean }

const kept = keptPictures()
const keptBriefly = keptPictures({ memoryBytes: 16 * 1024 * 1024, diskBytes: 0 })
const keys = new WeakMap<Town, Promise<string>>()

/** `isBrief`: it shows issues, and those change. */
type Asked = { name: string; version: string; picture: () => Picture; isBrief?: true }

/** A picture of this town's map, drawn once and kept. `name` says all that distinguishes it, `version` what its address promises. */
export async function townPicture(tx: Tx, town: Town, { name, version, picture, isBrief }: Asked): Promise<MapPicture> {
  const key = await keyOf(tx, town)
  const bytes = await (isBrief ? keptBriefly : kept)(`${key}/${name}.png`, () =>
    drawPicture(key, () => wholeTown(tx), picture()),
  )
  return {
    bytes,
    type: 'image/png',
    tag: `"${key}-${name}"`,
    isLasting: !isBrief && version === mapVersion(town.version),
  }
}

// The town is read again every two seconds at most; so is this.
function keyOf(tx: Tx, town: Town): Promise<string> {
  const known = keys.get(town) ?? drawingKeyOf(tx).then((key) => `${key}-${drawingRevision}`)
  keys.set(town, known)
  return known
}

async function wholeTown(tx: Tx) {
  const [{ name }, layers, areas] = [await townOf(tx), await basemapOf(tx), await areasOf(tx)]
  return { name, layers, areas }
}
