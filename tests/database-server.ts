import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { endLeftOver, startThrowaway } from '~/platform/embedded-postgres.server'

const prefix = 'meent-test-'
const oldEnoughMs = 60_000

/**
 * Where tests find a PostgreSQL: the server they are pointed to (MEENT_TEST_DATABASE_URL), or one of their own in a folder
 * that is thrown away, from npm or from MEENT_TEST_POSTGRES_BIN.
 */
export async function testServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.MEENT_TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  await clearKilledRuns()
  const binDir = process.env.MEENT_TEST_POSTGRES_BIN
  const dataDir = await mkdtemp(path.join(tmpdir(), prefix))
  return startThrowaway({ dataDir, say: (line) => console.log(line), ...(binDir && { binDir }) })
}

// A run that was killed could not end its server; the next one does.
async function clearKilledRuns() {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const folder = path.join(tmpdir(), name)
    const found = await stat(folder).catch(() => null)
    if (!found || Date.now() - found.mtimeMs < oldEnoughMs || !(await endLeftOver(folder))) continue
    await rm(folder, { recursive: true, force: true })
  }
}
