import { access, chmod, constants, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Account, canEnter } from './embedded-postgres-account.server'

export type Programs = { postgres: string; initdb: string }

/** The programs of a PostgreSQL that is installed on this machine. */
export const programsIn = (binDir: string): Programs => ({
  postgres: path.join(binDir, 'postgres'),
  initdb: path.join(binDir, 'initdb'),
})

/**
 * The programs that came with npm, ready to run: with the links between libraries that no install script made, and in a
 * place where the account that runs them can go.
 */
export async function programsFromPackage(
  account: Account,
  spareFolder: string,
  say: (line: string) => void,
): Promise<Programs> {
  const { native, version } = await findPackage()
  if (await isReady(native, account)) return programsIn(path.join(native, 'bin'))
  const spare = path.join(spareFolder, `programs-${version}`)
  if (!(await isReady(spare, account))) {
    say(`Copying the programs of the built-in database to ${spare}`)
    await copy(native, spare)
    if (!(await isReady(spare, account))) {
      throw new Error(
        `The built-in database cannot be run from ${spare}. Set DATABASE_URL to a PostgreSQL of your own.`,
      )
    }
  }
  return programsIn(path.join(spare, 'bin'))
}

async function findPackage(): Promise<{ native: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const folder = path.resolve(createRequire(import.meta.url).resolve(name), '../..')
    const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as { version: string }
    return { native: path.join(folder, 'native'), version }
  } catch (cause) {
    const sentence = `There is no built-in database for this kind of machine (${name} is not installed).`
    throw new Error(`${sentence} Set DATABASE_URL to a PostgreSQL of your own (15 or later).`, { cause })
  }
}

// In their place, with their links, and open to whoever runs them.
async function isReady(native: string, account: Account): Promise<boolean> {
  const bin = path.join(native, 'bin')
  try {
    await access(path.join(bin, 'postgres'), constants.X_OK)
    if (!(await canEnter(bin, account)) || !(await canEnter(path.join(native, 'lib'), account))) return false
    if (account.uid !== undefined && ((await stat(path.join(bin, 'postgres'))).mode & 0o005) !== 0o005) return false
    await makeLinks(native)
    return true
  } catch {
    return false
  }
}

type Link = { source: string; target: string }

/** Makes the links that the package lists and that no install script made. */
export async function makeLinks(native: string) {
  const links = JSON.parse(await readFile(path.join(native, 'pg-symlinks.json'), 'utf8')) as Link[]
  for (const { source, target } of links) {
    const at = path.resolve(native, '..', target.replace(/^native\//, `${path.basename(native)}/`))
    if (await exists(at)) continue
    await symlink(path.relative(path.dirname(target), source), at).catch((error: NodeJS.ErrnoException) => {
      // Another process may have made it at this moment.
      if (error.code !== 'EEXIST') throw error
    })
  }
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )

// Under another name first: a copy that was broken off is never taken for a whole one.
async function copy(native: string, spare: string) {
  const half = `${spare}.${process.pid}`
  await rm(spare, { recursive: true, force: true })
  await mkdir(path.dirname(spare), { recursive: true })
  await cp(native, half, { recursive: true, verbatimSymlinks: true })
  for (const folder of ['', 'bin', 'lib', 'share']) await chmod(path.join(half, folder), 0o755)
  for (const program of ['postgres', 'initdb', 'pg_ctl']) await chmod(path.join(half, 'bin', program), 0o755)
  await rename(half, spare).catch(() => rm(half, { recursive: true, force: true }))
}
