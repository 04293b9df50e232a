import { execFile } from 'node:child_process'
import { readdir, readFile, readlink, realpath } from 'node:fs/promises'
import { promisify } from 'node:util'

/**
 * A mark of a running process that no later process can have: its number and when it began. Null when there is none.
 * A number alone is not enough, since numbers are used again.
 */
export async function markOfProcess(pid: number): Promise<string | null> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
    // The name in brackets may hold spaces; state and start time come after it.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields && fields[0] !== 'Z' ? `${pid}-${fields[19]}` : null
  }
  const began = await sayOfPs(pid, 'lstart=')
  return began && `${pid}-${began.replace(/\s+/g, '_')}`
}

/** Whether the process with this mark still runs. */
export async function isRunning(mark: string): Promise<boolean> {
  const pid = Number(mark.split('-', 1)[0])
  return pid > 0 && (await markOfProcess(pid)) === mark
}

/** Whether a process works in this folder: PostgreSQL moves into its data folder, so its processes can be told by it. */
export async function worksIn(pid: number, folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return ((await sayOfPs(pid, 'command=')) ?? '').includes(folder)
  const [at, here] = await Promise.all(
    [readlink(`/proc/${pid}/cwd`), realpath(folder)].map((each) => each.catch(() => null)),
  )
  return at !== null && at === here
}

/** Every process that works in this folder. Empty where the system does not tell. */
export async function processesIn(folder: string): Promise<number[]> {
  const names = await readdir('/proc').catch(() => [])
  const pids = names.map(Number).filter((pid) => pid > 1)
  const found = await Promise.all(pids.map(async (pid) => ((await worksIn(pid, folder)) ? [pid] : [])))
  return found.flat()
}

/** Waits until it is true; false when it was not within the time. */
export async function within(ms: number, isTrue: () => Promise<boolean>): Promise<boolean> {
  const end = performance.now() + ms
  while (!(await isTrue())) {
    if (performance.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
  return true
}

async function sayOfPs(pid: number, column: string): Promise<string | null> {
  const said = await promisify(execFile)('ps', ['-o', column, '-p', String(pid)]).catch(() => null)
  return said?.stdout.trim() || null
}
