import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isRunning, markOfProcess, within } from './running-process.server'

/** A list of the processes that use the database now, so that the last one to leave turns it off and no one earlier. */
export async function addUser(folder: string): Promise<void> {
  await writeFile(path.join(folder, 'users', await ownMark()), '')
}

export async function removeUser(folder: string): Promise<void> {
  await rm(path.join(folder, 'users', await ownMark()), { force: true })
}

/** Who else uses it. Names of processes that were killed are crossed out on the way. */
export async function otherUsers(folder: string): Promise<number> {
  const own = await ownMark()
  let others = 0
  for (const mark of await readdir(path.join(folder, 'users')).catch(() => [])) {
    if (mark === own) continue
    if (await isRunning(mark)) others += 1
    else await rm(path.join(folder, 'users', mark), { force: true })
  }
  return others
}

/** One process at a time turns the database on or off. A lock whose holder is gone is taken over. */
export async function withLock<Value>(folder: string, act: () => Promise<Value>): Promise<Value> {
  const lock = path.join(folder, 'lock')
  const own = await ownMark()
  const isTaken = await within(120_000, async () => {
    if (await take(lock, own)) return true
    const holder = await readFile(lock, 'utf8').catch(() => '')
    if (holder && !(await isRunning(holder))) await breakLock(lock, holder)
    return false
  })
  if (!isTaken)
    throw new Error(`Another process has been starting or stopping the database for two minutes (see ${lock}).`)
  try {
    return await act()
  } finally {
    await rm(lock, { force: true })
  }
}

const take = (lock: string, own: string) =>
  writeFile(lock, own, { flag: 'wx' }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )

// Moved away before it is thrown away: should somebody have taken it anew meanwhile, it is put back.
async function breakLock(lock: string, holder: string) {
  const aside = `${lock}.${process.pid}`
  await rename(lock, aside).catch(() => {})
  const moved = await readFile(aside, 'utf8').catch(() => holder)
  if (moved === holder) await rm(aside, { force: true })
  else await rename(aside, lock)
}

async function ownMark(): Promise<string> {
  const mark = await markOfProcess(process.pid)
  if (!mark)
    throw new Error(
      'This system does not tell which processes run, so the built-in database cannot be used. Set DATABASE_URL.',
    )
  return mark
}
