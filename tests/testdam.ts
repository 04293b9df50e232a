import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { blindIndex, keyRing, newPersonKey, normaliseEmail, seal } from '~/platform/sealing.server'
import { entryTime } from '~/safeguards/integrity/entry'
import { encodeEntry } from '~/safeguards/integrity/entry.server'
import { everybody, people, secretOfTestdam } from './people-of-testdam'
import { areas, categories, groups, outlineOf, places, settings, whole } from './rows-of-testdam'

/** Makes Testdam in an empty, migrated database: one transaction, with the entry that the database asks for. */
export async function makeTestdam(client: pg.Client): Promise<void> {
  await client.query('BEGIN')
  await writeFixtureEntry((sql, values) => client.query(sql, values))
  await insert(client, 'town', [
    {
      key: 'testdam',
      name: 'Testdam',
      country: 'NL',
      timezone: 'Europe/Amsterdam',
      languages: ['en', 'nl', 'es', 'ar'],
      ref_prefix: 'TDM',
      attribution: 'Drawn by hand',
      bounds: whole,
      outline: outlineOf(whole),
      settings,
    },
  ])
  await insert(
    client,
    'area',
    areas.map(({ bounds, ...area }) => ({ ...area, bounds, outline: outlineOf(bounds) })),
  )
  await insert(
    client,
    'category',
    categories.map(({ group, days, ...category }) => ({
      ...category,
      group_key: group,
      group_name: groups[group],
      service_days: days,
      is_emergency: Object.keys(category.emergency).length > 0,
    })),
  )
  await insert(
    client,
    'gazetteer_place',
    places.map(({ area, cross, ...place }) => ({
      ...place,
      words: plain(place.name),
      area_key: area,
      cross_street: cross,
    })),
  )
  await makePeople(client)
  await client.query('COMMIT')
}

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

async function makePeople(client: pg.Client) {
  const ring = keyRing(secretOfTestdam)
  for (const person of everybody) {
    const { key, wrapped } = newPersonKey(ring, person.id)
    await insert(client, 'person', [
      {
        id: person.id,
        role: person.role,
        language: person.language,
        sealed_name: seal(key, person.name, 'person.sealed_name'),
        sealed_email: seal(key, person.email, 'person.sealed_email'),
        sealed_phone: person.phone && seal(key, person.phone, 'person.sealed_phone'),
        email_index: blindIndex(secretOfTestdam, normaliseEmail(person.email)),
        job_title: person.jobTitle,
        department: person.department,
      },
    ])
    await insert(client, 'person_key', [{ person_id: person.id, wrapped_key: wrapped }])
  }
  const mandates = everybody.flatMap(({ id, mandate }) => (mandate ? [{ person_id: id, ...mandate }] : []))
  await insert(
    client,
    'mandate',
    mandates.map((mandate) => ({
      ...mandate,
      valid_from: '2020-01-01T00:00:00Z',
      valid_until: '2100-01-01T00:00:00Z',
      granted_by: people.administrator.id,
      granted_at: '2020-01-01T00:00:00Z',
      ground: 'Mandate decree of Testdam 2020',
    })),
  )
}

type Query = (sql: string, values: unknown[]) => Promise<unknown>

/** The entry that stands for rows which tests lay out by hand: without one the database refuses them. */
export async function writeFixtureEntry(query: Query): Promise<void> {
  const now = new Date()
  const trace = randomBytes(16).toString('hex')
  const id = randomUUID()
  const { bytes, leafHash } = encodeEntry({
    v: 1,
    id,
    k: 'fixture.make',
    t: entryTime(now),
    role: 'system',
    obj: { type: 'fixture', ref: 'testdam' },
    why: 'demo',
    data: {
      outcome: 'done',
      checks: [],
      ict_role: 'instrumental',
      phase: 'governance',
      channel: 'system',
      language: 'en',
      activity: 1,
      trace,
    },
  })
  await query(
    `WITH made AS (
       INSERT INTO entry (id, kind, entry, leaf_hash, worst, role, purpose, ict_role, channel, language, object_type, object_ref, trace_id, checks, made_at)
       VALUES ($1::uuid, 'fixture.make', $2, $3, 'pass', 'system', 'demo', 'instrumental', 'system', 'en', 'fixture', 'testdam', $4, '[]', $5)
       RETURNING entry_id)
     INSERT INTO entry_pending (entry_id) SELECT entry_id FROM made`,
    [id, Buffer.from(bytes), Buffer.from(leafHash), trace, now],
  )
}

async function insert(client: pg.Client, table: string, rows: Record<string, unknown>[]) {
  for (const row of rows) {
    const filled = Object.entries(row).filter(([, value]) => value !== undefined)
    const names = filled.map(([name]) => name).join(', ')
    const marks = filled.map((_, at) => `$${at + 1}`).join(', ')
    await client.query(
      `INSERT INTO ${table} (${names}) VALUES (${marks})`,
      filled.map(([name, value]) => asValue(name, value)),
    )
  }
}

// Lists of words and numbers are arrays in the database; questions and everything with fields are JSON.
function asValue(name: string, value: unknown) {
  if (value instanceof Uint8Array || value === null || typeof value !== 'object') return value
  return Array.isArray(value) && name !== 'questions' ? value : JSON.stringify(value)
}
