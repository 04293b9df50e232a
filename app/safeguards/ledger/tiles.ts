import { type Hash, pairHash, type Sha256 } from './merkle'
import type { Position } from './proofs'

/** Hashes or entries in one tile, and levels of the tree that it spans (C2SP tlog-tiles). */
export const tileWidth = 256
const levelsOfTile = 8
const hashBytes = 32

/** A file of the log: level "entries" or a number, which one, and how much of it is there yet (256: all). */
export type Tile = { level: number | 'entries'; index: number; width: number }

/** `tile/0/x001/x234/067` or, while it still grows, `tile/0/000.p/15`. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index).padStart(3, '0')
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  const groups = padded.match(/\d{3}/g) ?? []
  const number = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${level}/${number}${width < tileWidth ? `.p/${width}` : ''}`
}

/** Reads such a path; null for what `tilePath` would not have written. */
export function readTilePath(path: string): Tile | null {
  const [, level = '', number = '', part] =
    /^tile\/(entries|\d+)\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d+))?$/.exec(path) ?? []
  if (!level) return null
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(number.replace(/[x/]/g, '')),
    width: part === undefined ? tileWidth : Number(part),
  }
  const isOne = Number.isSafeInteger(tile.index) && tile.width > 0 && (part === undefined || tile.width < tileWidth)
  return isOne && tilePath(tile) === path ? tile : null
}

/** How many hashes of its own level a tree of this size has in a tile; 0 when it has none. */
export function widthIn(size: number, level: number, index: number): number {
  const hashes = Math.floor(size / tileWidth ** level)
  return Math.max(0, Math.min(tileWidth, hashes - index * tileWidth))
}

/** The tile that holds a complete tree's hash, or the hashes that it is folded from. */
export function tileOf({ level, index }: Position, size: number): Tile & { level: number } {
  const tileLevel = Math.floor(level / levelsOfTile)
  const perHash = 2 ** (level % levelsOfTile)
  const tileIndex = Math.floor((index * perHash) / tileWidth)
  return { level: tileLevel, index: tileIndex, width: widthIn(size, tileLevel, tileIndex) }
}

/** The hash of a complete tree out of the bytes of its tile. */
export function hashInTile(sha256: Sha256, { level, index }: Position, bytes: Uint8Array): Hash {
  const perHash = 2 ** (level % levelsOfTile)
  const first = (index * perHash) % tileWidth
  const hashes = bytes.subarray(first * hashBytes, (first + perHash) * hashBytes)
  if (hashes.length !== perHash * hashBytes) throw new Error('The tile is shorter than the log says.')
  return completeRoot(sha256, hashes)
}

/** The root of a complete tree over the hashes that lie here one after the other: one, or two, or four, and so on. */
export function completeRoot(sha256: Sha256, hashes: Uint8Array): Hash {
  const count = hashes.length / hashBytes
  if (!Number.isInteger(Math.log2(count))) throw new Error('A complete tree has one leaf, or two, or four, and so on.')
  let row = hashes
  while (row.length > hashBytes) {
    const above = new Uint8Array(row.length / 2)
    for (let at = 0; at < above.length; at += hashBytes)
      above.set(pairHash(sha256, row.subarray(at * 2, at * 2 + 2 * hashBytes)), at)
    row = above
  }
  return row
}

/** The hashes that a tile holds. */
export const hashesIn = (bytes: Uint8Array): Hash[] =>
  Array.from({ length: bytes.length / hashBytes }, (_, at) => hashAt(bytes, at))

function hashAt(bytes: Uint8Array, at: number): Hash {
  const hash = bytes.subarray(at * hashBytes, (at + 1) * hashBytes)
  if (hash.length !== hashBytes) throw new Error('The tile is shorter than the log says.')
  return hash
}

/** Entries as their tile holds them: each after its length in two bytes, the high one first. */
export function entryBundle(entries: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bundle = new Uint8Array(entries.reduce((length, entry) => length + 2 + entry.length, 0))
  let at = 0
  for (const entry of entries) {
    if (entry.length > 0xffff) throw new Error('An entry of a tile has at most 65,535 bytes.')
    bundle.set([entry.length >> 8, entry.length & 0xff], at)
    bundle.set(entry, at + 2)
    at += 2 + entry.length
  }
  return bundle
}

/** The entries of such a tile. */
export function readEntryBundle(bundle: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = []
  for (let at = 0; at < bundle.length; ) {
    const [high = 0, low] = [bundle[at], bundle[at + 1]]
    const length = low === undefined ? Number.POSITIVE_INFINITY : high * 256 + low
    const entry = bundle.subarray(at + 2, at + 2 + length)
    if (entry.length !== length) throw new Error('The tile ends in the middle of an entry.')
    entries.push(entry)
    at += 2 + length
  }
  return entries
}
