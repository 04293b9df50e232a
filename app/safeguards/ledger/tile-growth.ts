import type { Hash, Sha256 } from './merkle'
import { joined } from './signed-note'
import { completeRoot, tileWidth } from './tiles'

/** One tile as it is kept: 32 to 8,192 bytes of hashes. */
export type KeptTile = { level: number; at: number; hashes: Uint8Array }

/** The last tile of each level of a tree of this size, where it is not full: what growing it begins with. */
export function growingTiles(size: number): { level: number; at: number }[] {
  const growing: { level: number; at: number }[] = []
  for (let level = 0, hashes = size; hashes > 0; level++, hashes = Math.floor(hashes / tileWidth))
    if (hashes % tileWidth > 0) growing.push({ level, at: Math.floor(hashes / tileWidth) })
  return growing
}

/** The tiles that change when leaves come to a tree of this size. `kept` are those that `growingTiles` named. */
export function growTiles(
  sha256: Sha256,
  size: number,
  leaves: readonly Hash[],
  kept: readonly KeptTile[],
): KeptTile[] {
  const changed: KeptTile[] = []
  let [before, added] = [size, leaves]
  for (let level = 0; added.length > 0; level++) {
    const complete: Hash[] = []
    for (let from = before, to = before + added.length; from < to; ) {
      const at = Math.floor(from / tileWidth)
      const end = Math.min(to, (at + 1) * tileWidth)
      const tile = grown({ level, at }, from - at * tileWidth, added.slice(from - before, end - before), kept)
      changed.push(tile)
      if (tile.hashes.length === tileWidth * 32) complete.push(completeRoot(sha256, tile.hashes))
      from = end
    }
    before = Math.floor(before / tileWidth)
    added = complete
  }
  return changed
}

function grown(
  { level, at }: { level: number; at: number },
  width: number,
  added: readonly Hash[],
  kept: readonly KeptTile[],
) {
  const old = width === 0 ? new Uint8Array() : kept.find((one) => one.level === level && one.at === at)?.hashes
  if (old?.length !== width * 32)
    throw new Error(`Tile ${at} of level ${level} does not belong to a tree of this size.`)
  return { level, at, hashes: joined(old, ...added) }
}
