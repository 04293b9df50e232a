import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { endLeftOver, startThrowaway } from '~/platform/embedded-postgres.server'
import { accountForPostgres, canEnter } from '~/platform/embedded-postgres-account.server'
import { systemFolder } from '~/platform/embedded-postgres-home.server'

const prefix = 'meent-test-'
const oldEnoughMs = 60_000

/**
 * Where tests find a PostgreSQL: the server they are pointed to (MEENT_TEST_DATABASE_URL), or one of their own in a folder
 * that is thrown away, from npm or from MEENT_TEST_POSTGRES_BIN.
 */
export async function testServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.MEENT_TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const shared = await sharedFolder()
  await clearKilledRuns(shared)
  const binDir = process.env.MEENT_TEST_POSTGRES_BIN
  const dataDir = await mkdtemp(path.join(shared, prefix))
  return startThrowaway({ dataDir, say: (line) => console.log(line), ...(binDir && { binDir }) })
}

// The folder for things that do not stay, unless the user who runs PostgreSQL cannot go there.
async function sharedFolder() {
  if (await canEnter(tmpdir(), await accountForPostgres())) return tmpdir()
  await mkdir(systemFolder, { recursive: true })
  return systemFolder
}

// A run that was killed could not end its server; the next one does.
async function clearKilledRuns(shared: string) {
  for (const name of await readdir(shared)) {
    if (!name.startsWith(prefix)) continue
    const folder = path.join(shared, name)
    const found = await stat(folder).catch(() => null)
    if (!found || Date.now() - found.mtimeMs < oldEnoughMs || !(await endLeftOver(folder))) continue
    await rm(folder, { recursive: true, force: true })
  }
}
