import type pg from 'pg'
import { expect } from 'vitest'
import { keysOfPeople } from '~/platform/key-ring.server'
import { open, unwrapKey } from '~/platform/sealing.server'
import type { CanonicalValue } from '~/safeguards/integrity/canonical-json'
import { opens } from '~/safeguards/integrity/commitment.server'
import { type ActEntry, entryTime, readEntry } from '~/safeguards/integrity/entry'
import { leafHashOf } from '~/safeguards/integrity/entry.server'
import { staffRoles } from '~/safeguards/vocabulary'

type Sql = <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>
type EntryRow = {
  entry_id: string
  id: string
  kind: string
  entry: Buffer
  leaf_hash: Buffer
  is_refused: boolean
  role: string
  purpose: string
  trace_id: string
  object_type: string | null
  object_ref: string | null
  made_at: Date
  is_pending: boolean
}

/** Everything that must hold in the record after any test: throws with a sentence about the first thing that does not. */
export async function expectWholeRecord(sql: Sql, neverIn: readonly string[]): Promise<void> {
  const rows = await sql<EntryRow>(
    `SELECT entry.*, entry_pending.entry_id IS NOT NULL
       OR EXISTS (SELECT FROM ledger_leaf WHERE ledger_leaf.entry_id = entry.entry_id) AS is_pending
     FROM entry LEFT JOIN entry_pending USING (entry_id) ORDER BY entry_id`,
  )
  const entries = rows.map((row) => ({ row, entry: expectEntry(row) }))
  await expectChangesHaveEntries(sql)
  await expectStaffIsAudited(sql, entries)
  await expectLinesForPeople(sql, entries)
  await expectOpeningsOpen(sql, new Map(entries.map(({ row, entry }) => [row.entry_id, entry])))
  await expectNobodyIn(sql, neverIn)
}

function expectEntry(row: EntryRow): ActEntry {
  const named = `entry ${row.entry_id} (${row.kind})`
  expect(Buffer.from(leafHashOf(row.entry)).equals(row.leaf_hash), `${named} hashes to its leaf`).toBe(true)
  const entry = readEntry(row.entry.toString('utf8')) as ActEntry
  const said = {
    id: entry.id,
    k: entry.k,
    role: entry.role,
    why: entry.why,
    t: entry.t,
    trace: entry.data.trace,
    outcome: entry.data.outcome,
    obj: entry.obj,
  }
  expect(said, `${named} says the same in its columns`).toEqual({
    id: row.id,
    k: row.kind,
    role: row.role,
    why: row.purpose,
    t: entryTime(row.made_at),
    trace: row.trace_id,
    outcome: row.is_refused ? 'refused' : 'done',
    obj: row.object_ref === null ? undefined : { type: row.object_type, ref: row.object_ref },
  })
  expect(row.is_pending, `${named} waits for the ledger`).toBe(true)
  return entry
}

// Each version of a row that is there now was committed together with an entry: the trigger cannot have been asleep.
async function expectChangesHaveEntries(sql: Sql) {
  const guarded = await sql<{ name: string }>(
    `SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgfoid = 'require_entry'::regproc ORDER BY 1`,
  )
  expect(guarded.length, 'tables that the database guards').toBeGreaterThan(10)
  for (const { name } of guarded) {
    const bare = await sql(
      `SELECT xmin::text FROM ${name} WHERE NOT EXISTS (
         SELECT 1 FROM entry WHERE (entry.xid::text::numeric % 4294967296)::text = ${name}.xmin::text) LIMIT 1`,
    )
    expect(bare, `changes of ${name} without an entry in their transaction`).toEqual([])
  }
}

type Read = readonly { row: EntryRow; entry: ActEntry }[]

async function expectStaffIsAudited(sql: Sql, entries: Read) {
  const audited = new Set((await sql<{ t: string }>('SELECT trace_id AS t FROM audit_event')).map(({ t }) => t))
  const missing = entries.filter(
    ({ row, entry }) => staffRoles.includes(entry.role) && entry.who && !audited.has(row.trace_id),
  )
  expect(
    missing.map(({ row }) => row.kind),
    'acts of staff without an audit event',
  ).toEqual([])
}

async function expectLinesForPeople(sql: Sql, entries: Read) {
  const counted = await sql<{ t: string; n: number }>(
    'SELECT trace_id AS t, count(DISTINCT data_subject_id)::int AS n FROM processing_line GROUP BY 1',
  )
  const lines = new Map(counted.map(({ t, n }) => [t, n]))
  const short = entries.filter(({ row, entry }) => Object.keys(entry.pii ?? {}).length > (lines.get(row.trace_id) ?? 0))
  expect(
    short.map(({ row }) => row.kind),
    'acts with fewer processing lines than people',
  ).toEqual([])
}

type Opening = { entry_id: string; name: string; person_id: string; sealed: Buffer; wrapped: Buffer }

// The openings that a person can be given fit the commitments, and number their entries 1..n without a gap.
async function expectOpeningsOpen(sql: Sql, entries: Map<string, ActEntry>) {
  const openings = await sql<Opening>(
    `SELECT entry_opening.*, wrapped_key AS wrapped FROM entry_opening JOIN person_key USING (person_id) ORDER BY entry_id`,
  )
  const numbers = new Map<string, Set<number>>()
  for (const { entry_id, name, person_id, sealed, wrapped } of openings) {
    const text = open(unwrapKey(keysOfPeople(), person_id, wrapped), sealed, 'entry_opening.sealed')
    const { salt, value } = JSON.parse(text) as { salt: string; value: { n: number; s: string } & CanonicalValue }
    const entry = entries.get(entry_id)
    const commitment = name === 'who' ? entry?.who : entry?.pii?.[name]
    const fits = opens(commitment ?? '', { name, salt: Buffer.from(salt, 'base64url'), value })
    expect(fits, `the opening of ${name} in entry ${entry_id} fits`).toBe(true)
    numbers.set(person_id, (numbers.get(person_id) ?? new Set()).add(value.n))
  }
  // Somebody whose key was destroyed can be shown nothing any more.
  const people = await sql<{ id: string; n: number }>(
    'SELECT id, entry_count AS n FROM person WHERE EXISTS (SELECT 1 FROM person_key WHERE person_id = person.id)',
  )
  for (const { id, n } of people) {
    const seen = [...(numbers.get(id) ?? [])].sort((a, b) => a - b)
    expect(seen, 'numbers of the entries of one person').toEqual(Array.from({ length: n }, (_, at) => at + 1))
  }
}

// Names, addresses and ids of people stand in no record that others get to see.
async function expectNobodyIn(sql: Sql, neverIn: readonly string[]) {
  for (const table of ['entry', 'processing_line', 'participation_record']) {
    // The row under a name of its own: the table `entry` has a column of that name.
    const bytes = table === 'entry' ? ` || convert_from(kept.entry, 'UTF8')` : ''
    const found = await sql<{ text: string }>(
      `SELECT text FROM unnest($1::text[]) AS text WHERE EXISTS (
         SELECT 1 FROM ${table} AS kept WHERE position(lower(text) IN lower(to_jsonb(kept)::text${bytes})) > 0)`,
      [neverIn],
    )
    expect(
      found.map(({ text }) => text),
      `personal data in ${table}`,
    ).toEqual([])
  }
}
