import { database } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { rateKey, takeToken } from '~/platform/rate-limit.server'
import type { Circumstances } from '../interaction.server'

/** False when this address did the same thing too often. Kept as a salted hash that changes every day; no address is stored. */
export async function isWithinLimit(
  interaction: string,
  limit: { times: number; perSeconds: number },
  { address, now }: Circumstances,
): Promise<boolean> {
  if (!address) return true
  const key = rateKey(env().secretKey, now, interaction, address)
  const query = (sql: string, values: unknown[]) =>
    database().$queryRawUnsafe<Record<string, unknown>[]>(sql, ...values)
  return takeToken(query, { key, capacity: limit.times, perSecond: limit.times / limit.perSeconds, now })
}
