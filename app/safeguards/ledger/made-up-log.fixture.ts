import { expect } from 'vitest'
import type { Checkpoint } from './checkpoint'
import { append, type Frontier, leafHash, rootOf } from './merkle'
import { checkSignature, sha256 } from './node-crypto.server'
import { growingTiles, growTiles, type KeptTile } from './tile-growth'
import { entryBundle, tilePath, tileWidth } from './tiles'
import type { LogReader } from './verify-log'

type Log = { files: Map<string, Uint8Array>; heads: Checkpoint[] }

/** A log of made-up entries with its files, and its head at each size that was asked for. */
export function logOf(sizes: readonly number[]): Log {
  const files = new Map<string, Uint8Array>()
  const kept = new Map<string, KeptTile>()
  const heads: Checkpoint[] = []
  let [size, frontier]: [number, Frontier] = [0, []]
  const entries: Uint8Array[] = []
  for (const to of sizes) {
    const added = Array.from({ length: to - size }, (_, at) => new TextEncoder().encode(`entry ${size + at}`))
    const leaves = added.map((entry) => leafHash(sha256, entry))
    const growing = growingTiles(size).flatMap(({ level, at }) => kept.get(`${level} ${at}`) ?? [])
    for (const tile of growTiles(sha256, size, leaves, growing)) kept.set(`${tile.level} ${tile.at}`, tile)
    for (const leaf of leaves) frontier = append(sha256, frontier, size++, leaf)
    entries.push(...added)
    heads.push({ origin: 'town.example/safeguards/1', size, root: rootOf(sha256, frontier) })
  }
  for (const { level, at, hashes } of kept.values())
    files.set(tilePath({ level, index: at, width: hashes.length / 32 }), hashes)
  for (let first = 0; first < size; first += tileWidth) {
    const width = Math.min(tileWidth, size - first)
    files.set(
      tilePath({ level: 'entries', index: first / tileWidth, width }),
      entryBundle(entries.slice(first, first + width)),
    )
  }
  return { files, heads }
}

/** Reads those files; asking for another one fails the test. */
export const readerOf = (files: Map<string, Uint8Array>): LogReader => ({
  sha256,
  check: checkSignature,
  file: async (path) => files.get(path) ?? expect.fail(`${path} was asked for and is not there`),
})
