/** Deepest level of the grid that places are stored on: cells of about 38 m at the equator, 28 m in Boston. */
export const deepest = 20

/** A place as the whole product writes it. */
export type Place = { lat: number; lng: number }

/** A square of the map: level `z`, column `x` from the west, row `y` from the north. */
export type Tile = { z: number; x: number; y: number }

/** Web Mercator ends here; the square world has no room for the poles. */
export const northmost = 85.051_128_779_806_59

/** Where a place lies in the square world: 0..1 from the west, 0..1 from the north. */
export function worldOf({ lat, lng }: Place): { x: number; y: number } {
  const sine = Math.sin((Math.min(northmost, Math.max(-northmost, lat)) * Math.PI) / 180)
  return { x: (lng + 180) / 360, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) }
}

/** The place at a point of the square world. */
export function placeOf(x: number, y: number): Place {
  return { lat: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI, lng: x * 360 - 180 }
}

/** The tile of level `z` that a place lies in. */
export function tileAt(place: Place, z: number): Tile {
  const side = 2 ** z
  const { x, y } = worldOf(place)
  const within = (share: number) => Math.min(side - 1, Math.max(0, Math.floor(share * side)))
  return { z, x: within(x), y: within(y) }
}

/**
 * The cell of a place on the deepest level: the bits of its column and row by turns, row first, so that all places of a
 * tile of any level follow one another. Forty bits: fits a signed bigint. This is what `issue.quadkey` holds.
 */
export function quadkeyOf(lat: number, lng: number): bigint {
  const { x, y } = tileAt({ lat, lng }, deepest)
  return interleave(x, y)
}

/** First and last quadkey of a tile, both within it: `quadkey BETWEEN first AND last`. */
export function quadkeysOf({ z, x, y }: Tile): { first: bigint; last: bigint } {
  const below = BigInt(2 * (deepest - z))
  const first = interleave(x, y) << below
  return { first, last: first + (1n << below) - 1n }
}

/** The tile of level `z` that a quadkey lies in. */
export function tileOf(quadkey: bigint, z: number): Tile {
  return { z, ...deinterleave(quadkey >> BigInt(2 * (deepest - z))) }
}

/** The middle of a quadkey's cell: within 20 m of every place that has this quadkey. */
export function latLngOf(quadkey: bigint): Place {
  const { x, y } = deinterleave(quadkey)
  return placeOf((x + 0.5) / 2 ** deepest, (y + 0.5) / 2 ** deepest)
}

/** [west, south, east, north] of a tile. */
export function boundsOf({ z, x, y }: Tile): [number, number, number, number] {
  const side = 2 ** z
  const northWest = placeOf(x / side, y / side)
  const southEast = placeOf((x + 1) / side, (y + 1) / side)
  return [northWest.lng, southEast.lat, southEast.lng, northWest.lat]
}

/** Whether such a tile exists: whole numbers within the square of its level. */
export function isTile({ z, x, y }: Tile): boolean {
  const isWithin = (n: number, end: number) => Number.isInteger(n) && n >= 0 && n < end
  return isWithin(z, deepest + 1) && isWithin(x, 2 ** z) && isWithin(y, 2 ** z)
}

function interleave(x: number, y: number): bigint {
  return (spread(BigInt(y)) << 1n) | spread(BigInt(x))
}

function deinterleave(key: bigint): { x: number; y: number } {
  return { x: Number(gather(key)), y: Number(gather(key >> 1n)) }
}

// The known bit trick for 32-bit halves: each step moves the upper half of every group away, until one bit is left in two.
const steps: readonly (readonly [bigint, bigint])[] = [
  [16n, 0x0000ffff0000ffffn],
  [8n, 0x00ff00ff00ff00ffn],
  [4n, 0x0f0f0f0f0f0f0f0fn],
  [2n, 0x3333333333333333n],
  [1n, 0x5555555555555555n],
]

function spread(n: bigint): bigint {
  return steps.reduce((bits, [by, mask]) => (bits | (bits << by)) & mask, n)
}

function gather(n: bigint): bigint {
  const back = [...steps].reverse()
  return back.reduce(
    (bits, [by], at) => (bits | (bits >> by)) & (back[at + 1]?.[1] ?? 0xffffffffn),
    n & 0x5555555555555555n,
  )
}
