/** SHA-256 over the pieces in a row. Handed in, since servers and browsers have different ones. */
export type Sha256 = (...pieces: Uint8Array[]) => Uint8Array
export type Hash = Uint8Array

const hashBytes = 32
const leafPrefix = new Uint8Array([0])
const nodePrefix = new Uint8Array([1])

/** RFC 6962 section 2.1: zero before a leaf and one before a node keep the one from being taken for the other. */
export const leafHash = (sha256: Sha256, entry: Uint8Array): Hash => sha256(leafPrefix, entry)
export const nodeHash = (sha256: Sha256, left: Hash, right: Hash): Hash => sha256(nodePrefix, left, right)
/** The same for two hashes that lie side by side. */
export const pairHash = (sha256: Sha256, both: Uint8Array): Hash => sha256(nodePrefix, both)

/** The roots of the largest complete trees that a tree of so many leaves consists of, left to right: all it takes to go on. */
export type Frontier = readonly Hash[]

/** The frontier after one more leaf. `size` is the number of leaves before it. */
export function append(sha256: Sha256, frontier: Frontier, size: number, leaf: Hash): Frontier {
  checkSize(size)
  const grown = [...frontier]
  let hash = leaf
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) hash = nodeHash(sha256, popped(grown), hash)
  grown.push(hash)
  return grown
}

/** The root of the tree with this frontier; that of the empty tree is the hash of nothing. */
export function rootOf(sha256: Sha256, frontier: Frontier): Hash {
  return frontier.length === 0 ? sha256() : frontier.reduceRight((right, left) => nodeHash(sha256, left, right))
}

type Inclusion = { index: number; size: number; leaf: Hash; path: readonly Hash[]; root: Hash }

/** True when the leaf stands at this index in the tree of this size and root (RFC 9162 section 2.1.3.2). */
export function isIncluded(sha256: Sha256, { index, size, leaf, path, root }: Inclusion): boolean {
  if (!isSize(index) || !isSize(size) || index >= size || !areHashes([leaf, root, ...path])) return false
  const way = climb(index, size - 1)
  let hash = leaf
  for (const beside of path) {
    const step = way.next()
    if (step === 'top') return false
    hash = step === 'left' ? nodeHash(sha256, beside, hash) : nodeHash(sha256, hash, beside)
  }
  return way.isAtTop() && isSame(hash, root)
}

type Consistency = { from: number; to: number; fromRoot: Hash; toRoot: Hash; path: readonly Hash[] }

/** True when the tree of size `to` begins with that of size `from` (RFC 9162 section 2.1.4.2). The empty tree is the caller's. */
export function isConsistent(sha256: Sha256, { from, to, fromRoot, toRoot, path }: Consistency): boolean {
  if (!isSize(from) || !isSize(to) || from === 0 || from > to || !areHashes([fromRoot, toRoot, ...path])) return false
  if (from === to) return path.length === 0 && isSame(fromRoot, toRoot)
  if (path.length === 0) return false
  const [first, ...rest] = isPowerOfTwo(from) ? [fromRoot, ...path] : path
  if (!first) return false
  const way = climb(from - 1, to - 1)
  way.skipRight()
  let [older, newer] = [first, first]
  for (const beside of rest) {
    const step = way.next()
    if (step === 'top') return false
    if (step === 'left') older = nodeHash(sha256, beside, older)
    newer = step === 'left' ? nodeHash(sha256, beside, newer) : nodeHash(sha256, newer, beside)
  }
  return way.isAtTop() && isSame(older, fromRoot) && isSame(newer, toRoot)
}

// From a leaf to the root: at each step the other half lies to the left or to the right. Divides instead of shifting, since
// shifts keep 32 bits only.
function climb(index: number, last: number) {
  let [at, end] = [index, last]
  const up = () => {
    at = Math.floor(at / 2)
    end = Math.floor(end / 2)
  }
  return {
    next(): 'left' | 'right' | 'top' {
      if (end === 0) return 'top'
      const isLeft = at % 2 === 1 || at === end
      if (isLeft) while (at % 2 === 0 && at !== 0) up()
      up()
      return isLeft ? 'left' : 'right'
    },
    skipRight() {
      while (at % 2 === 1) up()
    },
    isAtTop: () => end === 0,
  }
}

export const isSize = (size: number): boolean => Number.isSafeInteger(size) && size >= 0

export function isSame(one: Hash, other: Hash): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}

const areHashes = (hashes: readonly Hash[]) => hashes.every(({ length }) => length === hashBytes)

function isPowerOfTwo(size: number): boolean {
  let rest = size
  while (rest % 2 === 0 && rest > 0) rest /= 2
  return rest === 1
}

function checkSize(size: number) {
  if (!isSize(size)) throw new Error('The size of a tree is a whole number that can be counted exactly.')
}

function popped(frontier: Hash[]): Hash {
  const hash = frontier.pop()
  if (!hash) throw new Error('The frontier does not belong to a tree of this size.')
  return hash
}
