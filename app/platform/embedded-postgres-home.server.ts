import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Account, canEnter } from './embedded-postgres-account.server'

/** Where root keeps what the user who runs PostgreSQL must be able to enter. */
export const systemFolder = '/var/lib/meent'

/** The folder of one built-in database, and what it keeps there besides its data. */
export type Home = {
  folder: string
  data: string
  portFile: string
  passwordFile: string
  logFile: string
  programs: string
}

/**
 * Where the database of this installation lives: under DATA_DIR, or in a system folder where the account that runs it cannot
 * enter DATA_DIR. A note under DATA_DIR says which, so that a new DATA_DIR never meets the data of an old one.
 */
export async function homeOf(dataDir: string, account: Account, say: (line: string) => void): Promise<Home> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const note = path.join(dataDir, 'database-folder')
  const chosen = (await canEnter(dataDir, account))
    ? 'postgres'
    : path.join(systemFolder, randomBytes(6).toString('hex'))
  await writeFile(note, `${chosen}\n`, { flag: 'wx', mode: 0o600 }).catch(ignoreExisting)
  // Of two that start at once, the note of the first counts. Within DATA_DIR it is a relative one, so that the folder can move.
  const folder = path.resolve(dataDir, (await readFile(note, 'utf8')).trim())
  const home = await makeHome(folder, spareFolderOf(dataDir, account))
  if (!(await canEnter(folder, account))) {
    throw new Error(
      `The database is kept in ${folder}, where its user "postgres" cannot go. Let it through, or move the folder.`,
    )
  }
  if (path.relative(dataDir, folder).startsWith('..')) {
    say(`The database is kept in ${folder}, since PostgreSQL does not run as root and its user cannot enter ${dataDir}`)
  }
  return home
}

/** Where a copy of the programs goes, should those from npm lie where the account cannot run them. */
export const spareFolderOf = (folder: string, { uid }: Account) => (uid === undefined ? folder : systemFolder)

/** Makes a home in a folder. Others may pass through it, and read nothing. */
export async function makeHome(folder: string, programs: string): Promise<Home> {
  await mkdir(path.join(folder, 'users'), { recursive: true })
  await chmod(folder, 0o711)
  await chmod(path.join(folder, 'users'), 0o700)
  return {
    folder,
    data: path.join(folder, 'data'),
    portFile: path.join(folder, 'port'),
    passwordFile: path.join(folder, 'password'),
    logFile: path.join(folder, 'postgres.log'),
    programs,
  }
}

/** The password of the built-in database: made once, readable by its owner only. */
export async function passwordOf({ passwordFile }: Home): Promise<string> {
  const fresh = randomBytes(24).toString('base64url')
  await writeFile(passwordFile, fresh, { flag: 'wx', mode: 0o600 }).catch(ignoreExisting)
  return (await readFile(passwordFile, 'utf8')).trim()
}

function ignoreExisting(error: NodeJS.ErrnoException) {
  if (error.code !== 'EEXIST') throw error
}
