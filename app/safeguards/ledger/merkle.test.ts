import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { append, type Frontier, type Hash, isConsistent, isIncluded, leafHash, nodeHash, rootOf } from './merkle'
import { sha256 } from './node-crypto.server'
import { consistencyPlan, followPlan, inclusionPlan, type Position, rootPlan } from './proofs'
import { bytesOfBase64, bytesOfHex, hexOf, vectorsOf } from './vectors.fixture'

type Hashes = {
  leaf_inputs: string[]
  root_hashes: string[]
  compact_ranges: [number, number][][]
  leaf_hash_cases: { input_hex: string; hash: string }[]
  node_hash_cases: { left_hex: string; right_hex: string; hash: string }[]
}
type Case = { case: string; proof: string[] | null; wantErr: boolean }
type InclusionCase = Case & { leafIdx: number; treeSize: number; root: string; leafHash: string }
type ConsistencyCase = Case & { size1: number; size2: number; root1: string; root2: string }

describe('published vectors', () => {
  const hashes = vectorsOf<Hashes>('rfc6962-hashes')

  test('leaves, nodes and roots', () => {
    for (const { input_hex, hash } of hashes.leaf_hash_cases)
      expect(hexOf(leafHash(sha256, bytesOfHex(input_hex)))).toBe(hash)
    for (const { left_hex, right_hex, hash } of hashes.node_hash_cases)
      expect(hexOf(nodeHash(sha256, bytesOfHex(left_hex), bytesOfHex(right_hex)))).toBe(hash)
    const roots = hashes.root_hashes.map((_, size) => {
      const { frontier } = treeOf(hashes.leaf_inputs.slice(0, size).map(bytesOfHex))
      return hexOf(rootOf(sha256, frontier))
    })
    expect(roots).toEqual(hashes.root_hashes)
    expect(roots.length).toBe(9)
  })

  test('which complete trees a tree consists of', () => {
    expect(hashes.compact_ranges.map((_, size) => rootPlan(size).map(({ level, index }) => [level, index]))).toEqual(
      hashes.compact_ranges,
    )
  })

  test('inclusion: every case is accepted or refused as stated', () => {
    const { cases } = vectorsOf<{ cases: InclusionCase[] }>('merkle-inclusion')
    expect(cases.length).toBe(98)
    for (const one of cases) {
      const { leafIdx: index, treeSize: size, proof } = one
      const [leaf, root] = [bytesOfBase64(one.leafHash), bytesOfBase64(one.root)]
      const path = (proof ?? []).map(bytesOfBase64)
      expect(isIncluded(sha256, { index, size, leaf, path, root }), one.case).toBe(!one.wantErr)
    }
  })

  test('consistency: every case is accepted or refused as stated, but for one whose roots are no hashes', () => {
    const { cases } = vectorsOf<{ cases: ConsistencyCase[] }>('merkle-consistency')
    expect(cases.length).toBe(98)
    const stricter: string[] = []
    for (const one of cases) {
      const { size1: from, size2: to, proof } = one
      const [fromRoot, toRoot] = [bytesOfBase64(one.root1), bytesOfBase64(one.root2)]
      const path = (proof ?? []).map(bytesOfBase64)
      const holds = isConsistent(sha256, { from, to, fromRoot, toRoot, path })
      if (!one.wantErr && fromRoot.length !== 32) stricter.push(one.case)
      expect(holds, one.case).toBe(!one.wantErr && fromRoot.length === 32)
    }
    expect(stricter).toEqual(['additional/sizes-are-equal-one-and-proof-is-empty'])
  })
})

// A tree grown leaf by leaf, with the hash of every complete tree in it.
function treeOf(entries: readonly Uint8Array[]) {
  const levels: Hash[][] = [[]]
  const roots: Hash[] = []
  let frontier: Frontier = []
  for (const [size, entry] of entries.entries()) {
    roots.push(rootOf(sha256, frontier))
    const leaf = leafHash(sha256, entry)
    frontier = append(sha256, frontier, size, leaf)
    let hash = leaf
    for (let level = 0; ; level++) {
      levels[level] ??= []
      const row = levels[level] as Hash[]
      row.push(hash)
      if (row.length % 2 === 1) break
      hash = nodeHash(sha256, row.at(-2) as Hash, hash)
    }
  }
  roots.push(rootOf(sha256, frontier))
  const hashAt = ({ level, index }: Position) => levels[level]?.[index] as Hash
  return { frontier, roots, leaves: levels[0] as Hash[], hashAt }
}

describe('every tree up to 300 leaves', () => {
  const most = 300
  const { roots, leaves, hashAt } = treeOf(
    Array.from({ length: most }, (_, at) => new TextEncoder().encode(`entry ${at}`)),
  )

  test('the root folded from complete trees is that of the frontier', () => {
    for (let size = 0; size <= most; size++)
      expect(hexOf(rootOf(sha256, rootPlan(size).map(hashAt)))).toBe(hexOf(roots[size] as Hash))
  })

  test('each leaf of each tree has a proof that holds', () => {
    for (let size = 1; size <= most; size++)
      for (let index = 0; index < size; index++) {
        const path = followPlan(sha256, inclusionPlan(index, size), hashAt)
        if (!isIncluded(sha256, { index, size, leaf: leaves[index] as Hash, path, root: roots[size] as Hash }))
          expect.fail(`leaf ${index} of ${size}`)
      }
  })

  test('each tree has a proof that it begins with each smaller one', () => {
    for (let to = 1; to <= most; to++)
      for (let from = 1; from <= to; from++) {
        const path = followPlan(sha256, consistencyPlan(from, to), hashAt)
        if (!isConsistent(sha256, { from, to, fromRoot: roots[from] as Hash, toRoot: roots[to] as Hash, path }))
          expect.fail(`${from} in ${to}`)
      }
  })

  const flipped = (hash: Hash, bit: number) =>
    hash.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
  const sizes = fc.integer({ min: 2, max: most })

  test('one bit flipped anywhere, another index, another size: refused', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), fc.nat(255), (size, some, where, bit) => {
        const index = some % size
        const path = followPlan(sha256, inclusionPlan(index, size), hashAt)
        const whole = { index, size, leaf: leaves[index] as Hash, path, root: roots[size] as Hash }
        const parts = [whole.leaf, whole.root, ...path]
        const [leaf, root, ...rest] = parts.map((hash, at) => (at === where % parts.length ? flipped(hash, bit) : hash))
        expect(isIncluded(sha256, { ...whole, leaf: leaf as Hash, root: root as Hash, path: rest })).toBe(false)
        expect(isIncluded(sha256, { ...whole, index: (index + 1) % size })).toBe(false)
        expect(isIncluded(sha256, { ...whole, path: path.slice(1) })).toBe(false)
        expect(isIncluded(sha256, { ...whole, path: [...path, whole.root] })).toBe(false)
        expect(isIncluded(sha256, { ...whole, index: size })).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  test('a consistency proof with one bit flipped anywhere is refused', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), fc.nat(255), (to, some, where, bit) => {
        const from = 1 + (some % (to - 1))
        const path = followPlan(sha256, consistencyPlan(from, to), hashAt)
        const whole = { from, to, fromRoot: roots[from] as Hash, toRoot: roots[to] as Hash, path }
        const parts = [whole.fromRoot, whole.toRoot, ...path]
        const [fromRoot, toRoot, ...rest] = parts.map((hash, at) =>
          at === where % parts.length ? flipped(hash, bit) : hash,
        )
        expect(isConsistent(sha256, { ...whole, fromRoot: fromRoot as Hash, toRoot: toRoot as Hash, path: rest })).toBe(
          false,
        )
        expect(isConsistent(sha256, { ...whole, path: path.slice(1) })).toBe(false)
        expect(isConsistent(sha256, { ...whole, path: [...path, whole.toRoot] })).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})

test('sizes beyond 32 bits are counted as they are', () => {
  const size = 2 ** 40 + 3
  expect(rootPlan(size)).toEqual([
    { level: 40, index: 0 },
    { level: 1, index: 2 ** 39 },
    { level: 0, index: 2 ** 40 + 2 },
  ])
  expect(inclusionPlan(2 ** 40 + 2, size)).toEqual([[{ level: 1, index: 2 ** 39 }], [{ level: 40, index: 0 }]])
  expect(() => inclusionPlan(0, 2 ** 53)).toThrow()
  expect(isIncluded(sha256, { index: 0, size: 2 ** 53, leaf: sha256(), path: [], root: sha256() })).toBe(false)
})

test('a proof of nothing is refused', () => {
  expect(() => inclusionPlan(0, 0)).toThrow()
  expect(() => consistencyPlan(0, 4)).toThrow()
  expect(() => consistencyPlan(5, 4)).toThrow()
})
