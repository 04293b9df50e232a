import { type StillSize, stillSizes, tilePx, zooms } from './picture-address'
import { type Place, placeOf, worldOf } from './quadkey'

/** The view in which a whole town fits into a still map. */
export function townView(
  [west, south, east, north]: readonly [number, number, number, number],
  size: StillSize,
): Place & { zoom: number } {
  const [one, other] = [worldOf({ lat: north, lng: west }), worldOf({ lat: south, lng: east })]
  const { width, height } = stillSizes[size]
  const fits = (zoom: number) => {
    const side = tilePx * 2 ** zoom
    return (other.x - one.x) * side <= width && (other.y - one.y) * side <= height
  }
  let zoom: number = zooms.least
  while (zoom < 16 && fits(zoom + 1)) zoom += 1
  return { ...placeOf((one.x + other.x) / 2, (one.y + other.y) / 2), zoom }
}
