import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressPrefix, type Bucket, rateKey, take, takeToken } from './rate-limit.server'

const secret = 'a secret of this installation, made at install'
const noon = new Date('2026-11-23T12:00:00Z')
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000)
const fiveAMinute = { capacity: 5, perSecond: 5 / 60 }

/** The outcome of a try at each of these seconds after noon. */
function tries(seconds: number[]): string {
  let bucket: Bucket | null = null
  let outcomes = ''
  for (const second of seconds) {
    const outcome = take(bucket, fiveAMinute, after(second))
    bucket = outcome.bucket
    outcomes += outcome.isAllowed ? 'y' : 'n'
  }
  return outcomes
}

test('five at once are allowed, the sixth is not, and twelve seconds later one more is', () => {
  expect(tries([0, 0, 0, 0, 0, 0])).toBe('yyyyyn')
  expect(tries([0, 0, 0, 0, 0, 11.9, 12, 12.1])).toBe('yyyyynyn')
})

test('being refused costs nothing: who keeps trying is let in as soon as who waits', () => {
  expect(tries([0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])).toBe('yyyyynnnnnnnnnnny')
})

test('a long silence gives back five and not more', () => {
  expect(tries([0, 3600, 3600, 3600, 3600, 3600, 3600])).toBe('yyyyyyn')
})

test('a clock that goes back an hour locks nobody out and gives nothing away', () => {
  expect(tries([0, 0, 0, 0, 0, -3600, 0, 12])).toBe('yyyyynny')
  expect(tries([0, 0, -3600, -3600, -3600, -3600, 0])).toBe('yyyyynn')
})

test('over any stretch of time nobody passes more often than capacity plus refill', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 200 }), (moments) => {
      const sorted = moments.sort((one, other) => one - other)
      const allowed = [...tries(sorted)].filter((outcome) => outcome === 'y').length
      const seconds = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0)
      expect(allowed).toBeLessThanOrEqual(5 + (seconds * 5) / 60 + 1e-9)
    }),
  )
})

test('an address counts for its network: /24 in version 4, /56 in version 6', () => {
  expect(addressPrefix('203.0.113.77')).toBe('203.0.113.0/24')
  expect(addressPrefix('::ffff:203.0.113.77')).toBe('203.0.113.0/24')
  expect(addressPrefix('::FFFF:cb00:714d')).toBe('203.0.113.0/24')
  expect(addressPrefix('2001:db8:1:22ff:3:4:5:6')).toBe('2001:db8:1:2200::/56')
  expect(addressPrefix('2001:db8:1:2200::1')).toBe('2001:db8:1:2200::/56')
  expect(addressPrefix('2001:db8:1:2300::1')).toBe('2001:db8:1:2300::/56')
  expect(addressPrefix('::1')).toBe('0:0:0:0::/56')
  expect(addressPrefix('fe80::1%eth0')).toBe('fe80:0:0:0::/56')
  expect(addressPrefix('64:ff9b::203.0.113.77')).toBe('64:ff9b:0:0::/56')
  expect(addressPrefix('person 17')).toBe('person 17')
})

test('the name of a bucket is the same for neighbours and within a day, and for nothing else', () => {
  const key = rateKey(secret, noon, 'sign-in', '203.0.113.77')
  expect(key).toMatch(/^[\w-]{24}$/)
  expect(rateKey(secret, after(3600), 'sign-in', '203.0.113.200')).toBe(key)
  expect(rateKey(secret, after(13 * 3600), 'sign-in', '203.0.113.77')).not.toBe(key)
  expect(rateKey(secret, noon, 'report', '203.0.113.77')).not.toBe(key)
  expect(rateKey(secret, noon, 'sign-in', '203.0.114.77')).not.toBe(key)
  expect(rateKey('another secret of this installation, made later', noon, 'sign-in', '203.0.113.77')).not.toBe(key)
})

test('a row back means yes, no row means no', async () => {
  const asked = { key: 'k', ...fiveAMinute, now: noon }
  const values: unknown[][] = []
  const answer = (rows: Record<string, unknown>[]) => async (_: string, sent: unknown[]) => {
    values.push(sent)
    return rows
  }
  expect(await takeToken(answer([{ tokens: 4 }]), asked)).toBe(true)
  expect(await takeToken(answer([]), asked)).toBe(false)
  expect(values).toEqual([
    ['k', 5, 5 / 60, '2026-11-23T12:00:00.000Z'],
    ['k', 5, 5 / 60, '2026-11-23T12:00:00.000Z'],
  ])
})

test('a limit that nobody could ever pass is refused as a mistake', async () => {
  const query = async () => []
  await expect(takeToken(query, { key: 'k', capacity: 0.5, perSecond: 1, now: noon })).rejects.toThrow('mistake')
  await expect(takeToken(query, { key: 'k', capacity: 5, perSecond: 0, now: noon })).rejects.toThrow('mistake')
  await expect(takeToken(query, { key: 'k', capacity: Number.NaN, perSecond: 1, now: noon })).rejects.toThrow('mistake')
})
