import { mkdir, mkdtemp, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { canEnter } from './embedded-postgres-account.server'
import { makeLinks } from './embedded-postgres-programs.server'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'meent-programs-'))
})
afterEach(() => rm(folder, { recursive: true }))

it('makes the links between libraries that no install script made, also in a copy of another name', async () => {
  const native = path.join(folder, 'programs-18')
  await mkdir(path.join(native, 'lib'), { recursive: true })
  await writeFile(path.join(native, 'lib/libicuuc.so.60.2'), '')
  const links = [{ source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so.60' }]
  await writeFile(path.join(native, 'pg-symlinks.json'), JSON.stringify(links))
  await makeLinks(native)
  await makeLinks(native)
  expect(await readlink(path.join(native, 'lib/libicuuc.so.60'))).toBe('libicuuc.so.60.2')
})

it('knows a folder that another user cannot enter', async () => {
  const closed = path.join(folder, 'closed')
  await mkdir(path.join(closed, 'inner'), { recursive: true, mode: 0o700 })
  const stranger = { uid: 54_321, gid: 54_321 }
  expect(await canEnter(path.join(closed, 'inner'), stranger)).toBe(false)
  expect(await canEnter(closed, {})).toBe(true)
  expect(await canEnter('/usr/bin', stranger)).toBe(true)
  expect(await canEnter(path.join(folder, 'missing'), stranger)).toBe(false)
})
