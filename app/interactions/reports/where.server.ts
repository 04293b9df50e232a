import type { Tx } from '~/platform/db.server'
import { type Area, areaOfPlace, areasOf, isInTown } from '../places/areas.server'
import type { Town } from '../town/town.server'
import { OutsideTown } from './problems'

/** The area a place lies in. A place in another town is refused: nobody here could do anything about it. */
export async function areaInTown(tx: Tx, town: Town, place: { lat: number; lng: number }): Promise<string | null> {
  const { outline, areas } = await bordersOf(tx, town)
  if (!isInTown({ ...town, outline }, place.lat, place.lng)) throw new OutsideTown({ town: town.name })
  return areaOfPlace(areas, place)?.key ?? null
}

type Borders = { of: string; outline: unknown; areas: Area[] }
let kept: Borders | undefined

// A quarter of a megabyte that changes with an import only: the town's version says when. Each report would read it anew.
async function bordersOf(tx: Tx, { key, version, outline }: Town): Promise<Borders> {
  const of = `${key} ${version}`
  if (kept?.of !== of) kept = { of, outline, areas: await areasOf(tx) }
  return kept
}
