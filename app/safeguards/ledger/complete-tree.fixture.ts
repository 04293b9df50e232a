import { append, type Frontier, type Hash, leafHash, nodeHash, rootOf } from './merkle'
import { sha256 } from './node-crypto.server'
import { followPlan, inclusionPlan, type Position } from './proofs'

/** A tree over these entries with the hash of every complete tree in it, its root, and the way to each leaf. */
export function completeTree(entries: readonly Uint8Array[]) {
  const levels: Hash[][] = [entries.map((entry) => leafHash(sha256, entry))]
  for (let below = levels[0] ?? []; below.length > 1; ) {
    const pairs = Array.from({ length: Math.floor(below.length / 2) }, (_, at) => [below[2 * at], below[2 * at + 1]])
    below = pairs.map(([left, right]) => nodeHash(sha256, left as Hash, right as Hash))
    levels.push(below)
  }
  let frontier: Frontier = []
  for (const [size, leaf] of (levels[0] ?? []).entries()) frontier = append(sha256, frontier, size, leaf)
  const hashAt = ({ level, index }: Position) => levels[level]?.[index] as Hash
  return {
    root: rootOf(sha256, frontier),
    pathTo: (index: number) => followPlan(sha256, inclusionPlan(index, entries.length), hashAt),
  }
}
