import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

/** Who runs the built-in database: ourselves, or the user `postgres` where we are root. */
export type Account = { uid?: number; gid?: number }

const run = promisify(execFile)
const user = 'postgres'

/** PostgreSQL refuses to run as root. The user is made once where the system has none. */
export async function accountForPostgres(): Promise<Account> {
  if (process.getuid?.() !== 0) return {}
  const known = await idsOf(user)
  if (known) return known
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', user]).catch(
    () => {},
  )
  const made = await idsOf(user)
  if (made) return made
  throw new Error(
    'PostgreSQL does not run as root, and the user "postgres" could not be made. Make it, start as another user, or set DATABASE_URL.',
  )
}

async function idsOf(name: string): Promise<{ uid: number; gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (which) => Number((await run('id', [which, name])).stdout)),
    )
    return uid && gid ? { uid, gid } : null
  } catch {
    return null
  }
}

/** Whether this account can go into a folder: each folder on the way lets it through. A folder that is not there yet says no. */
export async function canEnter(folder: string, { uid, gid }: Account): Promise<boolean> {
  if (uid === undefined) return true
  const whole = path.resolve(folder)
  for (let at = whole; ; at = path.dirname(at)) {
    const found = await stat(at).catch(() => null)
    if (!found) return false
    const bits = found.uid === uid ? found.mode >> 6 : found.gid === gid ? found.mode >> 3 : found.mode
    if ((bits & 1) === 0) return false
    if (at === path.dirname(at)) return true
  }
}
