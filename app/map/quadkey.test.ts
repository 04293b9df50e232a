import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundsOf, deepest, isTile, latLngOf, quadkeyOf, quadkeysOf, tileAt, tileOf } from './quadkey'

const places = fc.record({
  lat: fc.double({ min: -85, max: 85, noNaN: true }),
  lng: fc.double({ min: -180, max: 179.999_999, noNaN: true }),
})
const levels = fc.integer({ min: 0, max: deepest })

// Column 3, row 5 of level 3 is "213" in the description of the Bing Maps tile system; the second was worked out apart.
test('a tile and a place have the quadkey that other maps give them', () => {
  expect(quadkeysOf({ z: 3, x: 3, y: 5 }).first.toString(4)).toBe(`213${'0'.repeat(17)}`)
  expect(tileAt({ lat: 42.355, lng: -71.066 }, 20)).toEqual({ z: 20, x: 317293, y: 387853 })
  expect(quadkeyOf(42.355, -71.066).toString(4).padStart(20, '0')).toBe('03023321213301103303')
})

test('the corners of the world have the first and the last quadkey, and poles fall on its edge', () => {
  expect(quadkeyOf(85.06, -180)).toBe(0n)
  expect(quadkeyOf(-85.06, 179.999_999)).toBe((1n << 40n) - 1n)
  expect(quadkeyOf(90, -180)).toBe(0n)
  expect(quadkeyOf(-90, 180)).toBe((1n << 40n) - 1n)
})

test('a place lies in the quadkey range of each tile above it, and in no neighbour', () => {
  fc.assert(
    fc.property(places, levels, (place, z) => {
      const tile = tileAt(place, z)
      const key = quadkeyOf(place.lat, place.lng)
      const { first, last } = quadkeysOf(tile)
      expect(key >= first && key <= last).toBe(true)
      expect(tileOf(key, z)).toEqual(tile)
      if (z === 0) return
      const beside = quadkeysOf({ ...tile, x: tile.x ^ 1 })
      expect(key < beside.first || key > beside.last).toBe(true)
    }),
  )
})

test('four tiles share the range of the tile they lie in, without gap or overlap', () => {
  fc.assert(
    fc.property(places, fc.integer({ min: 0, max: deepest - 1 }), (place, z) => {
      const { x, y } = tileAt(place, z)
      const whole = quadkeysOf({ z, x, y })
      const parts = [0, 1].flatMap((dy) => [0, 1].map((dx) => quadkeysOf({ z: z + 1, x: 2 * x + dx, y: 2 * y + dy })))
      expect(parts[0]?.first).toBe(whole.first)
      expect(parts[3]?.last).toBe(whole.last)
      for (const at of [1, 2, 3]) expect(parts[at]?.first).toBe((parts[at - 1]?.last ?? 0n) + 1n)
    }),
  )
})

test('the middle of a cell has the quadkey of the cell', () => {
  fc.assert(
    fc.property(places, ({ lat, lng }) => {
      const key = quadkeyOf(lat, lng)
      const middle = latLngOf(key)
      expect(quadkeyOf(middle.lat, middle.lng)).toBe(key)
      expect(Math.abs(middle.lng - lng)).toBeLessThanOrEqual(180 / 2 ** deepest + 1e-9)
    }),
  )
})

test('a place lies within the bounds of its tile', () => {
  fc.assert(
    fc.property(places, levels, (place, z) => {
      const [west, south, east, north] = boundsOf(tileAt(place, z))
      expect(place.lng).toBeGreaterThanOrEqual(west - 1e-9)
      expect(place.lng).toBeLessThanOrEqual(east + 1e-9)
      expect(place.lat).toBeGreaterThanOrEqual(south - 1e-9)
      expect(place.lat).toBeLessThanOrEqual(north + 1e-9)
    }),
  )
})

test('there is no tile outside the square of its level', () => {
  expect(isTile({ z: 0, x: 0, y: 0 })).toBe(true)
  expect(isTile({ z: 14, x: 4957, y: 6059 })).toBe(true)
  for (const tile of [
    { z: -1, x: 0, y: 0 },
    { z: 21, x: 0, y: 0 },
    { z: 3, x: 8, y: 0 },
    { z: 3, x: 0, y: -1 },
    { z: 3, x: 0.5, y: 0 },
    { z: Number.NaN, x: 0, y: 0 },
  ])
    expect(isTile(tile)).toBe(false)
})
