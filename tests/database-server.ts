import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startThrowaway } from '~/platform/embedded-postgres.server'

const prefix = 'meent-test-'

/**
 * Where tests find a PostgreSQL: the server they are pointed to (MEENT_TEST_DATABASE_URL), or one of their own in a folder
 * that is thrown away, from npm or from MEENT_TEST_POSTGRES_BIN.
 */
export async function testServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.MEENT_TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const binDir = process.env.MEENT_TEST_POSTGRES_BIN
  const dataDir = await mkdtemp(path.join(tmpdir(), prefix))
  return startThrowaway({ dataDir, say: (line) => console.log(line), ...(binDir && { binDir }) })
}
