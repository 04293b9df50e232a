import { spawn } from 'node:child_process'
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Account } from './embedded-postgres-account.server'
import type { Home } from './embedded-postgres-home.server'
import type { Programs } from './embedded-postgres-programs.server'

/** Only what a database needs of our surroundings; its own variables (PGDATA, PGPORT and so on) stay out. */
export const surroundings = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' } as unknown as NodeJS.ProcessEnv

/** The kind of PostgreSQL: its first number decides which data it can read. */
export async function majorOf(programs: Programs, account: Account, home: Home): Promise<number> {
  const { said } = await run(programs.postgres, ['--version'], account, home)
  const major = Number(/PostgreSQL\) (\d+)/.exec(said)?.[1])
  if (!major) throw new Error(`PostgreSQL does not run on this machine: ${lastWords(said)}`)
  return major
}

/** Whether there are data already. Refuses those that another version made: they would not open. */
export async function hasCluster(home: Home, major: number): Promise<boolean> {
  const text = await readFile(path.join(home.data, 'PG_VERSION'), 'utf8').catch(() => null)
  if (text === null) return false
  const made = Number.parseInt(text, 10)
  if (made === major) return true
  throw new Error(
    `The database in ${home.data} was made by PostgreSQL ${made}, and this is ${major}. Move it over with pg_dump, or set DATABASE_URL.`,
  )
}

type NewCluster = {
  home: Home
  programs: Programs
  account: Account
  major: number
  password: string
  isThrownAway: boolean
}

/**
 * Makes the data folder: UTF-8, words in the order of their characters, nobody gets in without the password. It gets its
 * name last, so a folder that was half made when the power went is never taken for a whole one.
 */
export async function makeCluster({
  home,
  programs,
  account,
  major,
  password,
  isThrownAway,
}: NewCluster): Promise<void> {
  const half = `${home.data}.half`
  const passwordCopy = path.join(home.folder, 'password.half')
  await Promise.all([half, passwordCopy].map((left) => rm(left, { recursive: true, force: true })))
  await mkdir(half, { mode: 0o700 })
  await writeFile(passwordCopy, `${password}\n`, { mode: 0o600 })
  const { uid, gid } = account
  if (uid !== undefined && gid !== undefined)
    await Promise.all([half, passwordCopy].map((each) => chown(each, uid, gid)))
  const locale =
    major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C.UTF-8']
  const words = [
    '-D',
    half,
    '-U',
    'postgres',
    '-E',
    'UTF8',
    ...locale,
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordCopy}`,
  ]
  const { code, said } = await run(programs.initdb, [...words, ...(isThrownAway ? ['--no-sync'] : [])], account, home)
  await rm(passwordCopy, { force: true })
  if (code !== 0) throw new Error(`The built-in database could not be made in ${home.folder}: ${lastWords(said)}`)
  await rename(half, home.data)
}

/** Runs a program of PostgreSQL to its end. What goes wrong comes back as words, never as an event that nobody hears. */
export function run(
  program: string,
  words: string[],
  account: Account,
  home: Home,
): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      ...account,
      cwd: home.folder,
      env: surroundings,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const heard: Buffer[] = []
    child.stdout.on('data', (bytes: Buffer) => heard.push(bytes))
    child.stderr.on('data', (bytes: Buffer) => heard.push(bytes))
    child.once('error', (error) => resolve({ code: 1, said: error.message }))
    child.once('close', (code) => resolve({ code: code ?? 1, said: Buffer.concat(heard).toString('utf8') }))
  })
}

/** The last thing a program said, in one line. */
export function lastWords(said: string): string {
  const lines = said
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const telling = lines.filter((line) => /error|fatal|panic|could not|cannot/i.test(line))
  return (telling.at(-1) ?? lines.at(-1) ?? 'it said nothing').replace(/^.*?(?:FATAL|PANIC|error):\s*/i, '')
}
