import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Checkpoint } from './checkpoint'
import { copyLog } from './copy-log'
import { logOf, readerOf } from './made-up-log.fixture'
import { LogIsWrong, verifyFully } from './verify-log'

const size = 256 * 256 + 600
const { files, heads } = logOf([300, size])
const head = heads[1] as Checkpoint

function folder(kept = new Map<string, Uint8Array>()) {
  const copy = {
    had: async (path: string) => kept.get(path) ?? null,
    keep: async (path: string, bytes: Uint8Array) => void kept.set(path, bytes),
  }
  return { kept, copy }
}

function counting(some: Map<string, Uint8Array>, stopAfter = Number.POSITIVE_INFINITY) {
  const asked: string[] = []
  const reader = readerOf(some)
  const file = async (path: string) => {
    if (asked.length === stopAfter) throw new Error('The line was cut.')
    asked.push(path)
    return reader.file(path)
  }
  return { asked, log: { ...reader, file } }
}

test('a copy has every file, once, and is verified without the log', async () => {
  const { asked, log } = counting(files)
  const { kept, copy } = folder()
  const seen: number[] = []
  await copyLog(log, head, copy, (entries) => seen.push(entries))
  expect([...asked].sort()).toEqual([...files.keys()].sort())
  expect([...kept.keys()].sort()).toEqual([...files.keys()].sort())
  expect(seen.at(-1)).toBe(size)
  await verifyFully(readerOf(kept), head)
})

test('a copy that was cut off goes on where it was', async () => {
  const { kept, copy } = folder()
  const first = counting(files, 200)
  await expect(copyLog(first.log, head, copy)).rejects.toThrow('The line was cut.')
  const second = counting(files)
  await copyLog(second.log, head, copy)
  // Only what is still growing is asked for again.
  const twice = second.asked.filter((path) => first.asked.includes(path))
  expect(twice).toEqual(twice.filter((path) => path.includes('.p/')))
  expect(second.asked.length).toBeLessThan(files.size - 190)
  await verifyFully(readerOf(kept), head)
})

test('a file that went bad in the copy is fetched again', async () => {
  const { kept, copy } = folder(new Map(files))
  kept.set('tile/entries/007', new Uint8Array([0, 1]))
  kept.set('tile/0/009', new Uint8Array(8192))
  const { asked, log } = counting(files)
  await copyLog(log, head, copy)
  expect(asked.filter((path) => !path.includes('.p/')).sort()).toEqual(['tile/0/009', 'tile/entries/007'])
  await verifyFully(readerOf(kept), head)
})

test('nothing that is wrong is kept', async () => {
  const names = fc.constantFrom(...files.keys())
  await fc.assert(
    fc.asyncProperty(names, fc.nat(), fc.nat(7), async (path, some, bit) => {
      const bytes = Uint8Array.from(files.get(path) ?? [])
      const at = some % bytes.length
      bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
      // Everything else is there already, so that each run is short.
      const { kept, copy } = folder(new Map([...files].filter(([name]) => name !== path)))
      await expect(copyLog(readerOf(new Map([...files, [path, bytes]])), head, copy)).rejects.toThrow(LogIsWrong)
      expect(kept.has(path)).toBe(false)
    }),
    { numRuns: 12 },
  )
})

test('an empty log is copied as nothing', async () => {
  const { kept, copy } = folder()
  const empty = { ...head, size: 0, root: readerOf(files).sha256() }
  await copyLog(readerOf(new Map()), empty, copy)
  expect(kept.size).toBe(0)
})
