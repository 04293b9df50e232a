import { open, rename } from 'node:fs/promises'
import path from 'node:path'

/** Writes a file whole or not at all: beside, onto the disk, then in its place. When this resolves no power cut undoes it. */
export async function writeWhole(file: string, content: string | Uint8Array, mode = 0o600): Promise<void> {
  const handle = await open(`${file}.new`, 'w', mode)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${file}.new`, file)
  // The new name is in the folder, which is on the disk only when that is written as well.
  const folder = await open(path.dirname(file), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
