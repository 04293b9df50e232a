import { createHash, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'

/** One way of writing an act: what one transaction does, on a connection of its own. */
export type Scheme = (client: pg.Client) => Promise<unknown>

/** An entry of the size that acts of people leave, and the row of a report beside it. Bytes differ each time, as they do. */
export function anEntry() {
  const id = randomUUID()
  const entry = Buffer.from(
    JSON.stringify({
      data: { activity: 1, channel: 'web', checks: [{ id: 'L01', outcome: 'pass', v: 1 }], language: 'en' },
      id,
      k: 'issue.report',
      obj: { ref: 'BEN-2345-67B', type: 'issue' },
      pii: { subject_1: randomBytes(32).toString('base64url') },
      role: 'resident',
      t: '2026-01-01T00:00:00Z',
      v: 1,
      who: randomBytes(32).toString('base64url'),
      why: 'maintain-public-space',
    }),
  )
  const leafHash = createHash('sha256').update('\0').update(entry).digest()
  return { id, entry, leafHash }
}

const report = 'INSERT INTO bench_report (id, description) VALUES ($1, $2)'
const words = 'The lamp at the corner has been dark for a week, and the crossing cannot be seen at night. '.repeat(3)

const entryColumns =
  'id, kind, entry, leaf_hash, worst, role, purpose, ict_role, channel, language, trace_id, checks, made_at'
const entryValues = (first: number) =>
  `$${first}, 'issue.report', $${first + 1}, $${first + 2}, 'pass', 'resident', 'maintain-public-space', 'instrumental', 'web', 'en', '0123456789abcdef0123456789abcdef', '[]', clock_timestamp()`

/** The act alone, as if nothing were recorded. */
export const withoutLog: Scheme = async (client) => {
  await client.query('BEGIN')
  await client.query({ name: 'report', text: report, values: [randomUUID(), words] })
  await client.query('COMMIT')
}

/** As the door does it: the entry and its place in the outbox, nothing that two writers would have to share. */
export const withOutbox: Scheme = async (client) => {
  const { id, entry, leafHash } = anEntry()
  await client.query('BEGIN')
  await client.query({ name: 'report', text: report, values: [id, words] })
  await client.query({
    name: 'outbox',
    text: `WITH made AS (INSERT INTO entry (${entryColumns}) VALUES (${entryValues(1)}) RETURNING entry_id)
      INSERT INTO entry_pending SELECT entry_id FROM made`,
    values: [id, entry, leafHash],
  })
  await client.query('COMMIT')
}

/** The other way to do it: the same entry, and the hash of the one before in it, so that writers wait for each other. */
export const withChain: Scheme = async (client) => {
  const { id, entry, leafHash } = anEntry()
  await client.query('BEGIN')
  await client.query({ name: 'report', text: report, values: [id, words] })
  await client.query('SELECT pg_advisory_xact_lock(7305188202)')
  const { rows } = await client.query<{ hash: Buffer }>({
    name: 'last',
    text: 'SELECT hash FROM bench_chain ORDER BY id DESC LIMIT 1',
  })
  const hash = createHash('sha256')
    .update(rows[0]?.hash ?? Buffer.alloc(32))
    .update(entry)
    .digest()
  await client.query({
    name: 'chain',
    text: `WITH made AS (INSERT INTO entry (${entryColumns}) VALUES (${entryValues(1)}))
      INSERT INTO bench_chain (hash) VALUES ($4)`,
    values: [id, entry, leafHash, hash],
  })
  await client.query('COMMIT')
}

/** How many transactions a second so many clients get through, each starting its next one as soon as it can. */
export async function perSecond(url: string, scheme: Scheme, clients: number, seconds: number): Promise<number> {
  const open = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      return client
    }),
  )
  let done = 0
  const startedAt = performance.now()
  const until = startedAt + seconds * 1000
  await Promise.all(
    open.map(async (client) => {
      while (performance.now() < until) {
        await scheme(client)
        done++
      }
    }),
  )
  const took = (performance.now() - startedAt) / 1000
  await Promise.all(open.map((client) => client.end()))
  return done / took
}
