import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** The secret of an installation that was given none: made once, readable by its owner only. Every installation has its own. */
export async function secretOf(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'secret.key')
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  try {
    // `wx`: of two processes that start at once one writes, the other reads.
    await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
    await chmod(file, 0o600)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const secret = (await readFile(file, 'utf8')).trim()
  if (secret.length < 32)
    throw new Error(
      `The secret in ${file} is too short. Restore it from a backup: it opens what people entrusted to you.`,
    )
  return secret
}
