import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readEnv, useEnv } from '~/platform/env.server'
import { keptPictures, sweep } from './kept-pictures.server'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tiles-'))
  useEnv({ ...readEnv({ DATA_DIR: folder }), secretKey: 'x'.repeat(32) })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const bounds = { memoryBytes: 1_000, diskBytes: 1_000_000 }
const settled = async (times: number) => {
  for (let at = 0; at < 50; at++) {
    const kept = await readdir(join(folder, 'tiles'), { recursive: true, withFileTypes: true }).catch(() => [])
    if (kept.filter((entry) => entry.isFile() && entry.name.endsWith('.png')).length >= times) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test('a picture that many ask for at once is drawn once, and the next process finds it on disk', async () => {
  let drawn = 0
  const draw = async () => {
    drawn += 1
    return Buffer.from('picture')
  }
  const kept = keptPictures(bounds)
  await Promise.all(Array.from({ length: 20 }, () => kept('a/light/1.png', draw)))
  await settled(1)
  const other = keptPictures(bounds)
  expect((await other('a/light/1.png', draw)).toString()).toBe('picture')
  expect(drawn).toBe(1)
})

test('a picture that could not be drawn is tried again for the next person', async () => {
  const kept = keptPictures(bounds)
  await expect(kept('a/1.png', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect((await kept('a/1.png', async () => Buffer.from('yes'))).toString()).toBe('yes')
})

test('a full disk costs time and nothing else', async () => {
  await writeFile(join(folder, 'tiles'), 'a file stands where the folder should be')
  const kept = keptPictures(bounds)
  expect((await kept('a/1.png', async () => Buffer.from('yes'))).toString()).toBe('yes')
})

test('when the room is used up, the oldest pictures go first', async () => {
  await mkdir(join(folder, 'tiles/v1'), { recursive: true })
  for (const [at, name] of ['old', 'middle', 'new'].entries()) {
    const file = join(folder, 'tiles/v1', `${name}.png`)
    await writeFile(file, Buffer.alloc(400))
    await utimes(file, 1_000 + at, 1_000 + at)
  }
  await sweep(join(folder, 'tiles'), 1_000)
  expect(await readdir(join(folder, 'tiles/v1'))).toEqual(['middle.png', 'new.png'])
})
