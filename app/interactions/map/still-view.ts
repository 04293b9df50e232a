import { type StillSize, stillSizes, tilePx } from '~/map/picture-address'
import { type Place, worldOf } from '~/map/quadkey'

/** Where a place lies on the map of one zoom, in pixels of the world. */
export function pixelAt(place: Place, zoom: number): { x: number; y: number } {
  const side = tilePx * 2 ** zoom
  const { x, y } = worldOf(place)
  return { x: x * side, y: y * side }
}

/** The part of the world that a still map shows: so much around the place in its middle. */
export function stillView({ zoom, size, ...middle }: Place & { zoom: number; size: StillSize }) {
  const { width, height } = stillSizes[size]
  const { x, y } = pixelAt(middle, zoom)
  return { zoom, x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height }
}
