import { closeDatabase, openDatabase } from '~/platform/db.server'
import { startEmbedded } from '~/platform/embedded-postgres.server'
import { type Env, readEnv, useEnv } from '~/platform/env.server'
import { openLog } from '~/platform/log.server'
import { migrate } from '~/platform/migrations.server'
import { secretOf } from './secret.server'

export type OpenTown = { env: Env; databaseUrl: string; close: () => Promise<void> }

/** Reads the settings and puts them in force, with a secret of this installation's own where none was given. */
export async function settle(): Promise<Env> {
  const read = readEnv(process.env)
  const env = useEnv({ ...read, secretKey: read.secretKey ?? (await secretOf(read.dataDir)) })
  openLog(env.logLevel)
  return env
}

/** Reads the settings, starts the built-in database if there is no other, brings the tables up to date and opens the pool. */
export async function openTown(say: (line: string) => void): Promise<OpenTown> {
  const env = await settle()
  const embedded = env.databaseUrl ? null : await startEmbedded({ dataDir: env.dataDir, say })
  const databaseUrl = env.databaseUrl ?? embedded?.url
  if (!databaseUrl) throw new Error('There is no database.')
  try {
    await migrate(databaseUrl, say)
    openDatabase(databaseUrl)
  } catch (error) {
    await embedded?.stop()
    throw error
  }
  return {
    env,
    databaseUrl,
    async close() {
      await closeDatabase()
      await embedded?.stop()
    },
  }
}
