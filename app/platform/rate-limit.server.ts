import { createHmac } from 'node:crypto'
import { isIP } from 'node:net'
import type { Tx } from './db.server'
import { keyFor } from './sealing.server'

/** Runs one statement and gives its rows: whatever database client the caller has. */
export type Query = (sql: string, values: unknown[]) => Promise<readonly Record<string, unknown>[]>

/** Statements of this file within a transaction, so that nobody else needs to write SQL as plain text. */
export const queryWithin =
  (tx: Tx): Query =>
  (sql, values) =>
    tx.$queryRawUnsafe<Record<string, unknown>[]>(sql, ...values)

export type Rule = { capacity: number; perSecond: number }
export type Bucket = { tokens: number; refilledAt: Date }

/** The bucket after one try; `isAllowed` is false when it was empty, and then it stays as it was. The SQL below does the same. */
export function take(bucket: Bucket | null, rule: Rule, now: Date): { isAllowed: boolean; bucket: Bucket } {
  const before = bucket ?? { tokens: rule.capacity, refilledAt: now }
  // A clock that goes back gives nothing and takes nothing away.
  const seconds = Math.max(0, now.getTime() - before.refilledAt.getTime()) / 1000
  const tokens = Math.min(rule.capacity, before.tokens + seconds * rule.perSecond)
  if (tokens < 1) return { isAllowed: false, bucket: before }
  return {
    isAllowed: true,
    bucket: { tokens: tokens - 1, refilledAt: new Date(Math.max(now.getTime(), before.refilledAt.getTime())) },
  }
}

const refilled = `LEAST($2::double precision, bucket.tokens
  + GREATEST(0, EXTRACT(EPOCH FROM $4::timestamptz - bucket.refilled_at))::double precision * $3::double precision)`

/** One statement, so that any number of web servers share one bucket: a row comes back if and only if a token was taken. */
export const takeTokenSql = `INSERT INTO rate_bucket AS bucket (key, tokens, refilled_at)
VALUES ($1::text, $2::double precision - 1, $4::timestamptz)
ON CONFLICT (key) DO UPDATE
SET tokens = ${refilled} - 1, refilled_at = GREATEST(bucket.refilled_at, $4::timestamptz)
WHERE ${refilled} >= 1
RETURNING tokens`

/** True when this may happen once more now; false when it happened too often. */
export async function takeToken(query: Query, asked: Rule & { key: string; now: Date }): Promise<boolean> {
  const { key, capacity, perSecond, now } = asked
  if (!(capacity >= 1) || !(perSecond > 0)) throw new Error('A limit that lets nobody through is a mistake.')
  // As text: a date alone would be read in the time zone of the connection by some clients.
  return (await query(takeTokenSql, [key, capacity, perSecond, now.toISOString()])).length > 0
}

/** Buckets of the days before yesterday can never be met again: their keys have changed. */
export async function deleteOldBuckets(query: Query, now: Date): Promise<void> {
  const twoDays = 2 * 24 * 3_600_000
  await query('DELETE FROM rate_bucket WHERE refilled_at < $1::timestamptz', [
    new Date(now.getTime() - twoDays).toISOString(),
  ])
}

/**
 * The name of a bucket: a salted hash, so that no address is stored, with a salt of the day, so that yesterday cannot be
 * joined to today. An internet address counts for its whole neighbourhood.
 */
export function rateKey(secret: string, day: Date, kind: string, value: string): string {
  const salt = keyFor(secret, `count tries on ${day.toISOString().slice(0, 10)}`)
  return createHmac('sha256', salt)
    .update(`${kind}\0${addressPrefix(value)}`)
    .digest()
    .subarray(0, 18)
    .toString('base64url')
}

/** The network of an internet address: /24 for version 4, /56 for version 6. Anything else stays as it is. */
export function addressPrefix(value: string): string {
  const address = value.replace(/%.*$/, '')
  const kind = isIP(address)
  if (kind === 4) return `${address.split('.').slice(0, 3).join('.')}.0/24`
  if (kind !== 6) return value
  const groups = groupsOf(address)
  // ::ffff:1.2.3.4 is a version 4 address that came in by a version 6 socket.
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    const [high = 0] = groups.slice(6)
    const [low = 0] = groups.slice(7)
    return `${high >> 8}.${high & 255}.${low >> 8}.0/24`
  }
  const [a = 0, b = 0, c = 0, d = 0] = groups
  return `${[a, b, c, d & 0xff00].map((group) => group.toString(16)).join(':')}::/56`
}

/** The eight numbers of a valid version 6 address. */
function groupsOf(address: string): number[] {
  const plain = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number)
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
  })
  const [head = '', tail] = plain.split('::')
  const numbers = (text: string) => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)))
  const before = numbers(head)
  const after = tail === undefined ? [] : numbers(tail)
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after]
}
