import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { quietly } from './progress.js'
import { hashOf, unlessDone } from './stamps.js'

let folder: string
let times: number
const at = (name: string) => path.join(folder, name)
const make = async () => {
  times += 1
  writeFileSync(at('result'), '')
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'meent-stamps-'))
  mkdirSync(at('sources/inner'), { recursive: true })
  writeFileSync(at('sources/inner/a.ts'), 'one')
  times = 0
})
afterEach(() => rmSync(folder, { recursive: true }))

it('does a step once, and again only when a source has changed', async () => {
  const step = () => unlessDone(at('stamp'), hashOf([at('sources')]), at('result'), make)
  await step()
  await step()
  expect(times).toBe(1)
  writeFileSync(at('sources/inner/a.ts'), 'two')
  await step()
  expect(times).toBe(2)
})

it('does a step again when its result was thrown away, or when it was broken off', async () => {
  await unlessDone(at('stamp'), 'same', at('result'), make)
  rmSync(at('result'))
  await unlessDone(at('stamp'), 'same', at('result'), make)
  expect(times).toBe(2)
  await expect(
    unlessDone(at('stamp'), 'new', at('result'), () => Promise.reject(new Error('broken off'))),
  ).rejects.toThrow()
  await unlessDone(at('stamp'), 'same', at('result'), make)
  expect(times).toBe(3)
})

it('hears of a file that was renamed, and not of one that does not count', () => {
  const before = hashOf([at('sources')])
  writeFileSync(at('sources/a.test.ts'), '')
  expect(hashOf([at('sources')], (file: string) => !file.endsWith('.test.ts'))).toBe(before)
  expect(hashOf([at('sources')])).not.toBe(before)
})

it('shows the last words of a program that failed, without the files that it looked at', async () => {
  const script = `console.log("'/a/file.ts',\\nwhat went wrong"); process.exit(3)`
  await expect(quietly('Building', process.execPath, ['-e', script])).rejects.toThrow(
    'Building: this failed.\n\nwhat went wrong\n',
  )
  await expect(quietly('Building', '/nowhere/program', [])).rejects.toThrow('ENOENT')
  expect(await quietly('Building', process.execPath, ['-e', 'console.log(1)'])).toBe('1\n')
})
