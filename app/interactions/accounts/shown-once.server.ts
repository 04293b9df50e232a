import { z } from 'zod'
import { env } from '~/platform/env.server'
import { keyFor, open, seal } from '~/platform/sealing.server'

const place = 'cookie.recovery-codes'
const key = () => keyFor(env().secretKey, 'codes to show once')
const shape = z.object({ personId: z.string(), codes: z.array(z.string()), until: z.number() })
const minutes = 60_000

/**
 * Recovery codes on their way to the one page that shows them, sealed in the browser's own cookie: the database keeps only
 * hashes, and the page can be loaded again by a browser without scripts.
 */
export const sealCodes = (personId: string, codes: readonly string[], now: Date): string =>
  seal(key(), JSON.stringify({ personId, codes, until: now.getTime() + 10 * minutes }), place).toString('base64url')

/** The codes again, for the person they belong to and for ten minutes; null for anybody else. */
export function openCodes(personId: string, sealed: string, now: Date): string[] | null {
  try {
    const found = shape.parse(JSON.parse(open(key(), Buffer.from(sealed, 'base64url'), place)))
    return found.personId === personId && now.getTime() < found.until ? found.codes : null
  } catch {
    // A cookie that does not open is a cookie from somewhere else.
    return null
  }
}
