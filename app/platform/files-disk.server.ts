import { randomBytes } from 'node:crypto'
import type { Dirent } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { checkedFolder, checkedKey } from './file-keys.server'
import type { FileStore, StoredFile } from './files.server'

/** Files in a folder on disk. A file appears under its name only when all of it is on the disk. */
export function diskFiles(root: string): FileStore {
  const base = resolve(root)
  const unfinished = join(base, '.unfinished')
  const pathOf = (key: string) => join(base, checkedKey(key))

  async function statOf(key: string): Promise<StoredFile | null> {
    const found = await orNull(stat(pathOf(key)))
    return found?.isFile() ? { key, bytes: found.size, changedAt: found.mtime } : null
  }

  async function* walk(folder: string): AsyncGenerator<StoredFile> {
    const entries = (await orNull<Dirent[]>(readdir(join(base, folder), { withFileTypes: true }))) ?? []
    for (const entry of entries) {
      const key = `${folder}/${entry.name}`
      if (entry.isDirectory()) yield* walk(key)
      else if (entry.isFile()) {
        // A file may be deleted while we walk.
        const found = await statOf(key)
        if (found) yield found
      }
    }
  }

  return {
    async put(key, content) {
      const path = pathOf(key)
      // Beside the store and not in /tmp: a rename is only all-or-nothing within one file system.
      const temporary = join(unfinished, randomBytes(12).toString('hex'))
      await mkdir(unfinished, { recursive: true, mode: 0o700 })
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      try {
        await writeToDisk(temporary, content)
        await rename(temporary, path)
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
      await flushFolder(dirname(path))
    },
    get: (key) => orNull(readFile(pathOf(key))),
    delete: (key) => rm(pathOf(key), { force: true }),
    stat: statOf,
    list: (folder) => walk(checkedFolder(folder)),
    async tidy(before) {
      let removed = 0
      for (const name of (await orNull(readdir(unfinished))) ?? []) {
        const path = join(unfinished, name)
        const found = await orNull(stat(path))
        if (!found || found.mtime >= before) continue
        await rm(path, { force: true })
        removed++
      }
      return removed
    },
  }
}

async function writeToDisk(path: string, content: Uint8Array) {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(content)
    // Without this a power cut after the rename could leave a name with nothing behind it.
    await file.sync()
  } finally {
    await file.close()
  }
}

async function flushFolder(path: string) {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function orNull<Result>(attempt: Promise<Result>): Promise<Result | null> {
  try {
    return await attempt
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null
    throw error
  }
}
