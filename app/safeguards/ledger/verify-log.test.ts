import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Checkpoint } from './checkpoint'
import { append, type Frontier, leafHash, rootOf } from './merkle'
import { checkSignature, sha256 } from './node-crypto.server'
import { readVerifierKey } from './signed-note'
import { growingTiles, growTiles, type KeptTile } from './tile-growth'
import { entryBundle, tilePath, tileWidth } from './tiles'
import { bytesOfBase64, vectorsOf } from './vectors.fixture'
import { LogIsWrong, type LogReader, readHead, verifyFully, verifyGrowth, verifyRoot } from './verify-log'

type Log = { files: Map<string, Uint8Array>; heads: Checkpoint[] }

// A log of made-up entries with its files, and its head at each size that was asked for.
function logOf(sizes: readonly number[]): Log {
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

const readerOf = (files: Map<string, Uint8Array>): LogReader => ({
  sha256,
  check: checkSignature,
  file: async (path) => files.get(path) ?? expect.fail(`${path} was asked for and is not there`),
})

const size = 600
const { files, heads } = logOf([1, 256, 257, 511, size])
const head = heads.at(-1) as Checkpoint

test('a log that is what it says passes', async () => {
  const seen: number[] = []
  await verifyRoot(readerOf(files), head)
  await verifyFully(readerOf(files), head, (entries) => seen.push(entries))
  expect(seen).toEqual([256, 512, 600])
  for (const before of heads) await verifyGrowth(readerOf(files), before, head)
  const empty = { origin: head.origin, size: 0, root: sha256() }
  await verifyGrowth(readerOf(files), empty, head)
  await verifyRoot(readerOf(new Map()), empty)
  await verifyFully(readerOf(new Map()), empty)
})

test('one changed bit in any file is found', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files.keys()), fc.nat(), fc.nat(7), async (path, some, bit) => {
      const bytes = Uint8Array.from(files.get(path) ?? [])
      const at = some % bytes.length
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
      await expect(verifyFully(readerOf(new Map([...files, [path, bytes]])), head)).rejects.toThrow(LogIsWrong)
    }),
    { numRuns: 150 },
  )
})

test('the first wrong entry is named, and the first wrong hash', async () => {
  const changed = (path: string, from: string, to: string) => {
    const bytes = Buffer.from(files.get(path) ?? [])
    const at = bytes.indexOf(from)
    expect(at).toBeGreaterThan(0)
    bytes.write(to, at)
    return readerOf(new Map([...files, [path, new Uint8Array(bytes)]]))
  }
  await expect(verifyFully(changed('tile/entries/001', 'entry 300', 'entry 3OO'), head)).rejects.toThrow(
    'Entry 300 and its hash in tile/0/001 do not belong together.',
  )
  const upper = Uint8Array.from(files.get('tile/1/000.p/2') ?? [])
  upper[40] = (upper[40] ?? 0) ^ 1
  await expect(verifyFully(readerOf(new Map([...files, ['tile/1/000.p/2', upper]])), head)).rejects.toThrow(
    'Hash 1 of tile/1/000.p/2 is not that of the hashes below it.',
  )
})

test('a log that was cut, replaced or signed otherwise is found by whoever saw it before', async () => {
  const [small] = heads
  const log = readerOf(files)
  await expect(verifyGrowth(log, head, small as Checkpoint)).rejects.toThrow(LogIsWrong)
  await expect(verifyGrowth(log, { ...(heads[2] as Checkpoint), root: sha256() }, head)).rejects.toThrow(LogIsWrong)
  await expect(
    verifyGrowth(log, { ...(heads[2] as Checkpoint), origin: 'other.example/safeguards/1' }, head),
  ).rejects.toThrow(LogIsWrong)
  await expect(verifyRoot(log, { ...head, root: sha256() })).rejects.toThrow(LogIsWrong)
  await expect(verifyFully(log, { ...head, root: sha256() })).rejects.toThrow(LogIsWrong)
})

test('a whole log of other people passes', async () => {
  const log = vectorsOf<{ vkey: string; files: Record<string, string> }>('tessera-testlog')
  const theirs = readerOf(new Map(Object.entries(log.files).map(([name, bytes]) => [name, bytesOfBase64(bytes)])))
  const keys = [readVerifierKey(sha256, log.vkey)]
  const headAt = async (entries: number) =>
    readHead(new TextDecoder().decode(await theirs.file(`checkpoint.${entries}`)), keys, checkSignature)
  const last = await headAt(15)
  await verifyFully(theirs, last)
  for (let entries = 0; entries <= 15; entries++) await verifyGrowth(theirs, await headAt(entries), last)
})
