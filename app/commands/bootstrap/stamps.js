import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** One hash over the content of files and folders, so that a step is done again exactly when something it reads has changed. */
export function hashOf(paths, isWanted = (_file) => true) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((each) => filesIn(each)).filter(isWanted)) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** Every file in a folder and below, in the same order everywhere. */
export function filesIn(at) {
  if (!existsSync(at)) return []
  try {
    const entries = readdirSync(at, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    return entries.flatMap((entry) => {
      const inner = path.join(at, entry.name)
      return entry.isDirectory() ? filesIn(inner) : [inner]
    })
  } catch (error) {
    if (error.code === 'ENOTDIR') return [at]
    throw error
  }
}

/** Does a step unless its result was made from the very same sources before. The stamp comes last: a step that was broken off is done again. */
export async function unlessDone(stamp, hash, result, act) {
  const isDone = existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  if (isDone) return
  rmSync(stamp, { force: true })
  await act()
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
}
