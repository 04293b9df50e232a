import type { Tx } from '~/platform/db.server'
import { areaAt, isInTown } from '../places/areas.server'
import type { Town } from '../town/town.server'
import { OutsideTown } from './problems'

/** The area a place lies in. A place in another town is refused: nobody here could do anything about it. */
export async function areaInTown(
  tx: Tx,
  town: Town,
  { lat, lng }: { lat: number; lng: number },
): Promise<string | null> {
  if (!isInTown(town, lat, lng)) throw new OutsideTown({ town: town.name })
  return (await areaAt(tx, lat, lng))?.key ?? null
}
