import fc from 'fast-check'
import { expect, test } from 'vitest'
import { append, type Frontier, type Hash, rootOf } from './merkle'
import { sha256 } from './node-crypto.server'
import { rootPlan } from './proofs'
import { growingTiles, growTiles, type KeptTile } from './tile-growth'
import { hashInTile, tileOf } from './tiles'
import { hexOf } from './vectors.fixture'

const leaf = (at: number): Hash => sha256(new TextEncoder().encode(`leaf ${at}`))
const keyOf = ({ level, at }: { level: number; at: number }) => `${level} ${at}`

// Grows a tree by these steps, keeping its tiles as a database would.
function grownBy(steps: readonly number[]) {
  const tiles = new Map<string, KeptTile>()
  let [size, frontier]: [number, Frontier] = [0, []]
  for (const step of steps) {
    const leaves = Array.from({ length: step }, (_, at) => leaf(size + at))
    const kept = growingTiles(size).flatMap((one) => tiles.get(keyOf(one)) ?? [])
    for (const tile of growTiles(sha256, size, leaves, kept)) tiles.set(keyOf(tile), tile)
    for (const one of leaves) frontier = append(sha256, frontier, size++, one)
  }
  return { size, frontier, tiles }
}

const rootFrom = (tiles: ReadonlyMap<string, KeptTile>, size: number) =>
  rootOf(
    sha256,
    rootPlan(size).map((position) => {
      const { level, index } = tileOf(position, size)
      return hashInTile(sha256, position, tiles.get(keyOf({ level, at: index }))?.hashes ?? new Uint8Array())
    }),
  )

test('whatever the steps, the tiles are those of one step, and the root comes out of them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 6 }), (steps) => {
      const { size, frontier, tiles } = grownBy(steps)
      expect([...tiles.keys()].sort()).toEqual([...grownBy([size]).tiles.keys()].sort())
      for (const [key, { hashes }] of grownBy([size]).tiles)
        expect(hexOf(tiles.get(key)?.hashes ?? new Uint8Array())).toBe(hexOf(hashes))
      const root = rootFrom(tiles, size)
      expect(hexOf(root)).toBe(hexOf(rootOf(sha256, frontier)))
    }),
    { numRuns: 40 },
  )
})

test('a tree of 70,000 leaves has tiles of three levels', () => {
  const { size, frontier, tiles } = grownBy([65_535, 1, 4_464])
  expect([...tiles.values()].filter(({ level }) => level === 2).map(({ hashes }) => hashes.length)).toEqual([32])
  expect(tiles.get('1 0')?.hashes.length).toBe(8_192)
  expect(tiles.get('1 1')?.hashes.length).toBe(17 * 32)
  const root = rootFrom(tiles, size)
  expect(hexOf(root)).toBe(hexOf(rootOf(sha256, frontier)))
})

test('a tile that does not belong to this size is refused', () => {
  const { tiles } = grownBy([10])
  const [tile] = [...tiles.values()]
  expect(() => growTiles(sha256, 11, [leaf(11)], tile ? [tile] : [])).toThrow()
  expect(() => growTiles(sha256, 10, [leaf(10)], [])).toThrow()
})
