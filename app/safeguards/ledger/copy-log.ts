import type { Checkpoint } from './checkpoint'
import { isSame, leafHash, type Sha256 } from './merkle'
import { growingTiles } from './tile-growth'
import { completeRoot, hashesIn, readEntryBundle, type Tile, tilePath, tileWidth, widthIn } from './tiles'
import { LogIsWrong, type LogReader, verifyRoot } from './verify-log'

/** Where a copy of a log is kept, by the paths of its files. */
export type LogCopy = {
  had: (path: string) => Promise<Uint8Array | null>
  keep: (path: string, bytes: Uint8Array) => Promise<void>
}

/**
 * Copies every tile of a log, from the signed root downwards, so that each file is known to be right before it is kept.
 * What is there already is read and not fetched again, unless it is wrong. `onProgress` gets the number of entries copied.
 */
export async function copyLog(
  log: LogReader,
  head: Checkpoint,
  copy: LogCopy,
  onProgress = (_entries: number) => {},
): Promise<void> {
  const { sha256 } = log
  const tops = await topTiles(log, head)
  let copied = 0

  const take = async (tile: Tile, isRight: (bytes: Uint8Array) => boolean): Promise<Uint8Array> => {
    const path = tilePath(tile)
    const here = await copy.had(path)
    if (here && isRight(here)) return here
    const bytes = await log.file(path)
    if (!isRight(bytes)) throw new LogIsWrong(`${path} is not what was signed.`)
    await copy.keep(path, bytes)
    return bytes
  }
  const below = async (level: number, at: number, bytes: Uint8Array): Promise<void> => {
    const hashes = hashesIn(bytes)
    if (level === 0) {
      const entries: Tile = { level: 'entries', index: at, width: hashes.length }
      await take(entries, (bundle) => areEntriesOf(sha256, bundle, hashes))
      copied += hashes.length
      return onProgress(copied)
    }
    for (const [place, hash] of hashes.entries()) {
      const index = at * tileWidth + place
      const tile: Tile = { level: level - 1, index, width: tileWidth }
      await below(level - 1, index, await take(tile, (full) => isTileOf(sha256, full, hash)))
    }
  }
  for (const { tile, bytes } of tops) {
    await copy.keep(tilePath(tile), bytes)
    await below(tile.level, tile.index, bytes)
  }
}

// The last tile of each level, where it is not full: together they make the root. All other tiles are below one of them.
async function topTiles(log: LogReader, head: Checkpoint) {
  const tops = []
  for (const { level, at: index } of growingTiles(head.size).reverse()) {
    const tile = { level, index, width: widthIn(head.size, level, index) }
    const bytes = await log.file(tilePath(tile))
    if (bytes.length !== tile.width * 32)
      throw new LogIsWrong(`${tilePath(tile)} has not the length that it must have.`)
    tops.push({ tile, bytes })
  }
  const files = new Map(tops.map(({ tile, bytes }) => [tilePath(tile), bytes]))
  await verifyRoot({ ...log, file: async (path) => files.get(path) ?? log.file(path) }, head)
  return tops
}

const isTileOf = (sha256: Sha256, bytes: Uint8Array, hash: Uint8Array) =>
  bytes.length === tileWidth * 32 && isSame(completeRoot(sha256, bytes), hash)

function areEntriesOf(sha256: Sha256, bundle: Uint8Array, hashes: readonly Uint8Array[]): boolean {
  try {
    const entries = readEntryBundle(bundle)
    const leaves = entries.map((entry) => leafHash(sha256, entry))
    return leaves.length === hashes.length && hashes.every((hash, at) => isSame(hash, leaves[at] ?? new Uint8Array()))
  } catch {
    // It ends in the middle of an entry.
    return false
  }
}
