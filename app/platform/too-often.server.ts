import type { Tx } from './db.server'
import { env } from './env.server'
import { queryWithin, rateKey, takeToken } from './rate-limit.server'

type Rule = { kind: string; who: string; times: number; perSeconds: number }

/**
 * True when this was tried too often. Counted for the pair of who and from where, so that nobody can lock somebody else
 * out; kept as a hash that changes every day.
 */
export async function isTooOften(tx: Tx, { kind, who, times, perSeconds }: Rule, now: Date): Promise<boolean> {
  const key = rateKey(env().secretKey, now, kind, who)
  return !(await takeToken(queryWithin(tx), { key, capacity: times, perSecond: times / perSeconds, now }))
}
