import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCheckpoint } from './checkpoint'
import { isIncluded, leafHash, rootOf } from './merkle'
import { checkSignature, sha256 } from './node-crypto.server'
import { followPlan, inclusionPlan, type Position, rootPlan } from './proofs'
import { openNote, readVerifierKey } from './signed-note'
import { entryBundle, hashInTile, readEntryBundle, readTilePath, tileOf, tilePath, tileWidth, widthIn } from './tiles'
import { bytesOfBase64, hexOf, vectorsOf } from './vectors.fixture'

const log = vectorsOf<{ vkey: string; entries_utf8: string[]; files: Record<string, string> }>('tessera-testlog')
const fileOf = (name: string) => bytesOfBase64(log.files[name] ?? expect.fail(`no file ${name}`))

test('a log of other people is read from its tiles alone, at each of its sizes', async () => {
  const keys = [readVerifierKey(sha256, log.vkey)]
  for (let size = 1; size <= log.entries_utf8.length; size++) {
    const note = new TextDecoder().decode(fileOf(`checkpoint.${size}`))
    const { text } = await openNote({ note, keys }, checkSignature)
    const checkpoint = readCheckpoint(text)
    expect(checkpoint.size).toBe(size)
    const hashAt = (position: Position) => hashInTile(sha256, position, fileOf(tilePath(tileOf(position, size))))
    expect(hexOf(rootOf(sha256, rootPlan(size).map(hashAt)))).toBe(hexOf(checkpoint.root))
    const entries = readEntryBundle(fileOf(tilePath({ level: 'entries', index: 0, width: size })))
    expect(entries.map((entry) => new TextDecoder().decode(entry))).toEqual(log.entries_utf8.slice(0, size))
    for (const [index, entry] of entries.entries()) {
      const path = followPlan(sha256, inclusionPlan(index, size), hashAt)
      const leaf = leafHash(sha256, entry)
      expect(isIncluded(sha256, { index, size, leaf, path, root: checkpoint.root })).toBe(true)
    }
    expect(hexOf(entryBundle(entries))).toBe(hexOf(fileOf(tilePath({ level: 'entries', index: 0, width: size }))))
  }
})

test('paths as the specification writes them', () => {
  expect(tilePath({ level: 0, index: 1234067, width: tileWidth })).toBe('tile/0/x001/x234/067')
  expect(tilePath({ level: 'entries', index: 0, width: 15 })).toBe('tile/entries/000.p/15')
  expect(tilePath({ level: 1, index: 999, width: tileWidth })).toBe('tile/1/999')
  expect(tilePath({ level: 1, index: 1000, width: tileWidth })).toBe('tile/1/x001/000')
})

test('a path is read back, and nothing else is a path', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.constant('entries' as const), fc.nat(5)),
      fc.nat(2 ** 30),
      fc.integer({ min: 1, max: tileWidth }),
      (level, index, width) => {
        expect(readTilePath(tilePath({ level, index, width }))).toEqual({ level, index, width })
      },
    ),
  )
  const none = [
    'tile/0/0',
    'tile/0/1000',
    'tile/0/x000/001',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/00/000',
  ]
  for (const path of [...none, 'tile/-1/000', 'tile/0/000/', 'tile/0/x001/x234/067.p/300', ''])
    expect(readTilePath(path), path).toBeNull()
})

test('how much of a tile is there', () => {
  expect([0, 1, 255, 256, 257].map((size) => widthIn(size, 0, 0))).toEqual([0, 1, 255, 256, 256])
  expect([255, 256, 511, 512].map((size) => widthIn(size, 1, 0))).toEqual([0, 1, 1, 2])
  expect(widthIn(257, 0, 1)).toBe(1)
})

test('entries come out of a bundle as they went in; a bundle cut short is refused', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 600 }), { minLength: 1, maxLength: 8 }), (entries) => {
      const bundle = entryBundle(entries)
      expect(readEntryBundle(bundle).map(hexOf)).toEqual(entries.map(hexOf))
      expect(() => readEntryBundle(bundle.subarray(0, bundle.length - 1))).toThrow()
    }),
  )
  expect(() => entryBundle([new Uint8Array(65_536)])).toThrow()
})
