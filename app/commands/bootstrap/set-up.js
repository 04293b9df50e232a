import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { quietly, Trouble } from './progress.js'
import { hashOf, unlessDone } from './stamps.js'

/** The folder of the project; every command works from here, wherever it was called. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))
const stamps = 'node_modules/.meent'
const lock = 'build/.lock'

/** Everything a fresh clone needs before the platform can run: packages, the database client and, if asked, the build. */
export async function setUp({ needsBuild }) {
  process.chdir(root)
  requireNode()
  await oneAtATime(async () => {
    await installPackages()
    await generateClient()
    if (needsBuild) await build()
  })
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Trouble(
    `Meent needs Node 20.19 or later, and this is ${process.versions.node}. Get a newer one from nodejs.org.`,
  )
}

/** The packages exactly as the lock file has them. An install that npm made by itself counts, too. */
async function installPackages() {
  const { dependencies, devDependencies, overrides } = JSON.parse(readFileSync('package.json', 'utf8'))
  const asked = JSON.stringify({ dependencies, devDependencies, overrides, node: process.versions.modules })
  const hash = `${hashOf(['package-lock.json', '.npmrc'])} ${asked}`
  await unlessDone(path.join(stamps, 'packages'), hash, 'node_modules/.package-lock.json', async () => {
    const npm = process.env.npm_execpath
    const [program, ...first] = npm ? [process.execPath, npm] : ['npm']
    // Whatever the surroundings leave out: building needs the tools, and the database comes as an optional package.
    const words = ['install', '--no-audit', '--no-fund', '--include=dev', '--include=optional', '--loglevel=error']
    await quietly('Installing packages', program, [...first, ...words])
  })
}

async function generateClient() {
  const hash = hashOf(['prisma/schema.prisma', 'prisma/prisma.config.ts', 'node_modules/prisma/package.json'])
  await unlessDone(path.join(stamps, 'client'), hash, 'prisma/generated/client.ts', () =>
    quietly('Making the database client', process.execPath, prisma, {
      // The generator never runs this program, but stops when it cannot download it (docs/decisions: own migration runner).
      PRISMA_SCHEMA_ENGINE_BINARY: existsSync('/bin/true') ? '/bin/true' : '/usr/bin/true',
      CHECKPOINT_DISABLE: '1',
    }),
  )
}
const prisma = ['node_modules/prisma/build/index.js', 'generate', '--config', 'prisma/prisma.config.ts']

const sources = [
  'app',
  'public',
  'prisma/schema.prisma',
  'prisma/prisma.config.ts',
  'remix.config.js',
  'package-lock.json',
  'tsconfig.json',
]
const isBuilt = (file) =>
  !/\.test\.tsx?$|\.fixture\.tsx?$|\.md$/.test(file) && !file.startsWith('app/commands/bootstrap/')

/** Server and pages in one program, again only when a source has changed. */
export async function build() {
  await unlessDone('build/.sources', hashOf(sources, isBuilt), 'build/server/index.js', () =>
    quietly(
      'Building',
      process.execPath,
      ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--config', 'remix.config.js'],
      {
        NODE_ENV: 'production',
      },
    ),
  )
}

// Two commands that are called at once on a fresh clone must not both install and build. A lock whose holder is gone counts for nothing.
async function oneAtATime(act) {
  mkdirSync('build', { recursive: true })
  for (let isFirst = true; !take(); isFirst = false) {
    const holder = Number(existsSync(lock) ? readFileSync(lock, 'utf8') : 0)
    if (holder && !lives(holder)) rmSync(lock, { force: true })
    else if (isFirst) console.log('Another command is setting up; waiting for it.')
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  process.once('exit', release)
  try {
    await act()
  } finally {
    process.removeListener('exit', release)
    release()
  }
}

function take() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    if (error.code === 'EACCES' || error.code === 'EROFS') throw new Trouble(`This user may not write in ${root}.`)
    throw error
  }
}

const release = () => rmSync(path.join(root, lock), { force: true })

function lives(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
