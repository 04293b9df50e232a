import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from '~/platform/env.server'

/** `diskBytes: 0` keeps them in memory alone: what changes with every issue is not worth a file. */
type Bounds = { memoryBytes: number; diskBytes: number }
const usualBounds: Bounds = { memoryBytes: 48 * 1024 * 1024, diskBytes: 512 * 1024 * 1024 }
const writesBetweenSweeps = 500

/**
 * Pictures that were drawn once: the newest in memory, all on disk under DATA_DIR/tiles, both bounded. Losing them costs
 * only time, so nothing here ever fails an answer. The same picture asked for by many at once is drawn once.
 */
export function keptPictures({ memoryBytes, diskBytes }: Bounds = usualBounds) {
  const inMemory = new Map<string, Buffer>()
  const onTheWay = new Map<string, Promise<Buffer>>()
  let bytes = 0
  let writes = 0

  function remember(name: string, picture: Buffer) {
    forget(name)
    inMemory.set(name, picture)
    bytes += picture.length
    for (const oldest of inMemory.keys()) {
      if (bytes <= memoryBytes) break
      forget(oldest)
    }
  }

  function forget(name: string) {
    const picture = inMemory.get(name)
    if (!picture) return
    inMemory.delete(name)
    bytes -= picture.length
  }

  async function find(name: string, draw: () => Promise<Buffer>): Promise<Buffer> {
    const file = join(folder(), name)
    const kept = await readFile(file).catch(() => null)
    if (kept && kept.length > 0) return kept
    const drawn = await draw()
    void keep(file, drawn)
    return drawn
  }

  async function keep(file: string, picture: Buffer) {
    try {
      await mkdir(dirname(file), { recursive: true })
      // Written beside and moved: nobody ever reads half a picture.
      const beside = `${file}.${randomUUID()}`
      await writeFile(beside, picture)
      await rename(beside, file)
      writes += 1
      if (writes % writesBetweenSweeps === 1) await sweep(folder(), diskBytes)
    } catch {
      // A full or read-only disk: the picture is drawn again next time.
    }
  }

  return async function picture(name: string, draw: () => Promise<Buffer>): Promise<Buffer> {
    const known = inMemory.get(name)
    if (known) {
      remember(name, known)
      return known
    }
    const asked = onTheWay.get(name) ?? (diskBytes > 0 ? find(name, draw) : draw())
    onTheWay.set(name, asked)
    try {
      const found = await asked
      remember(name, found)
      return found
    } finally {
      onTheWay.delete(name)
    }
  }
}

const folder = () => join(env().dataDir, 'tiles')

/** Removes the pictures that nobody drew or renewed for longest, until four fifths of the room are used. */
export async function sweep(root: string, mostBytes: number): Promise<void> {
  const files = await Promise.all(
    (await readdir(root, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name)
        const { size, mtimeMs } = await stat(path)
        return { path, size, mtimeMs }
      }),
  )
  let total = files.reduce((sum, { size }) => sum + size, 0)
  if (total <= mostBytes) return
  for (const { path, size } of files.sort((one, other) => one.mtimeMs - other.mtimeMs)) {
    if (total <= mostBytes * 0.8) return
    await rm(path, { force: true })
    total -= size
  }
}
