import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Checkpoint } from './checkpoint'
import { logOf, readerOf } from './made-up-log.fixture'
import { checkSignature, sha256 } from './node-crypto.server'
import { readVerifierKey } from './signed-note'
import { bytesOfBase64, vectorsOf } from './vectors.fixture'
import { LogIsWrong, readHead, verifyFully, verifyGrowth, verifyRoot } from './verify-log'

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
