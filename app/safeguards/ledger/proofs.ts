import { type Hash, isSize, rootOf, type Sha256 } from './merkle'

/** The complete tree over leaves `index * 2^level` up to the next one: every such hash lies in a tile. */
export type Position = { level: number; index: number }
/** Leaves `from` up to, not including, `to`. */
type Stretch = { from: number; to: number }

/** What a proof consists of, hash by hash, each as the complete trees that it is folded from, left to right. */
export type ProofPlan = readonly (readonly Position[])[]

/** Which hashes show that leaf `index` is in the tree of this size (RFC 6962 section 2.1.1). */
export function inclusionPlan(index: number, size: number): ProofPlan {
  if (!isSize(index) || !isSize(size) || index >= size) throw new Error('There is no such leaf in a tree of this size.')
  return pathTo(index, { from: 0, to: size }).map(positionsOf)
}

/** Which hashes show that the tree of size `to` begins with that of size `from` (RFC 6962 section 2.1.2). */
export function consistencyPlan(from: number, to: number): ProofPlan {
  if (!isSize(from) || !isSize(to) || from === 0 || from > to)
    throw new Error('No tree of the one size begins with the other.')
  return pathFrom(from, { from: 0, to }, true).map(positionsOf)
}

/** The complete trees that the tree of this size consists of: its root is folded from them. */
export const rootPlan = (size: number): readonly Position[] => positionsOf({ from: 0, to: size })

/** The hashes of a plan, once those of its positions are at hand. */
export const followPlan = (sha256: Sha256, plan: ProofPlan, hashAt: (position: Position) => Hash): Hash[] =>
  plan.map((positions) => rootOf(sha256, positions.map(hashAt)))

function pathTo(index: number, { from, to }: Stretch): Stretch[] {
  if (to - from === 1) return []
  const half = from + halfOf(to - from)
  return index < half
    ? [...pathTo(index, { from, to: half }), { from: half, to }]
    : [...pathTo(index, { from: half, to }), { from, to: half }]
}

// `isWhole`: the older tree is all of this stretch, so that whoever asks knows its hash already.
function pathFrom(size: number, { from, to }: Stretch, isWhole: boolean): Stretch[] {
  if (size === to) return isWhole ? [] : [{ from, to }]
  const half = from + halfOf(to - from)
  return size <= half
    ? [...pathFrom(size, { from, to: half }, isWhole), { from: half, to }]
    : [...pathFrom(size, { from: half, to }, false), { from, to: half }]
}

// The largest power of two below a length: where RFC 6962 cuts a tree.
function halfOf(length: number): number {
  let half = 1
  while (half * 2 < length) half *= 2
  return half
}

function positionsOf({ from, to }: Stretch): Position[] {
  const positions: Position[] = []
  let at = from
  while (at < to) {
    let [level, width] = [0, 1]
    while (at % (width * 2) === 0 && at + width * 2 <= to) {
      width *= 2
      level++
    }
    positions.push({ level, index: at / width })
    at += width
  }
  return positions
}
