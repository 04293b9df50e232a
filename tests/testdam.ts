import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { quadkeyOf } from '~/map/quadkey'
import { blindIndex, keyRing, newPersonKey, normaliseEmail, seal } from '~/platform/sealing.server'
import { entryTime } from '~/safeguards/integrity/entry'
import { encodeEntry } from '~/safeguards/integrity/entry.server'
import { everybody, people, secretOfTestdam } from './people-of-testdam'

type Square = [west: number, south: number, east: number, north: number]
const whole: Square = [4.88, 52.36, 4.92, 52.38]
const outlineOf = ([west, south, east, north]: Square) => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ],
})

const areas = [
  { key: 'north', name: 'North', bounds: [4.88, 52.37, 4.92, 52.38] as Square, population: 12_000 },
  { key: 'south', name: 'South', bounds: [4.88, 52.36, 4.92, 52.37] as Square, population: 9_000 },
]

const lightQuestions = [
  {
    key: 'trouble',
    type: 'one',
    isRequired: true,
    label: { en: 'What is wrong with the light?', nl: 'Wat is er met de lamp?' },
    choices: [
      { value: 'off', label: { en: 'It is off', nl: 'Hij is uit' } },
      { value: 'flickers', label: { en: 'It flickers', nl: 'Hij knippert' } },
      { value: 'damaged', label: { en: 'The pole is damaged', nl: 'De mast is beschadigd' } },
    ],
  },
  {
    key: 'pole-number',
    type: 'text',
    longest: 20,
    label: { en: 'Number on the pole', nl: 'Nummer op de mast' },
    onlyIf: { question: 'trouble', isOneOf: ['off', 'flickers'] },
  },
]

const categories = [
  {
    key: 'street-light',
    group: 'streets',
    name: { en: 'Street light', nl: 'Straatlamp', es: 'Farola', ar: 'عمود إنارة' },
    synonyms: { en: 'lamp dark lantern', nl: 'lantaarn donker' },
    department: 'Lighting',
    days: 5,
    questions: lightQuestions,
    emergency: {},
  },
  {
    key: 'pothole',
    group: 'streets',
    name: { en: 'Pothole', nl: 'Gat in de weg', es: 'Bache', ar: 'حفرة' },
    synonyms: { en: 'hole road bump' },
    department: 'Streets',
    days: 10,
    questions: [],
    emergency: {},
  },
  {
    key: 'graffiti',
    group: 'cleaning',
    name: { en: 'Graffiti', nl: 'Graffiti', es: 'Grafiti', ar: 'كتابة على الجدران' },
    synonyms: { en: 'tag paint' },
    department: 'Cleaning',
    days: null,
    questions: [],
    emergency: {},
  },
  {
    key: 'gas-smell',
    group: 'danger',
    name: { en: 'Smell of gas', nl: 'Gaslucht', es: 'Olor a gas', ar: 'رائحة غاز' },
    synonyms: {},
    department: '',
    days: null,
    questions: [],
    emergency: {
      en: 'Call the gas emergency line: 0800-9009.',
      nl: 'Bel het gaslek-nummer: 0800-9009.',
      es: 'Llame al teléfono de emergencias de gas: 0800-9009.',
      ar: 'اتصل بخط طوارئ الغاز: 0800-9009.',
    },
  },
]
const groups: Record<string, object> = {
  streets: { en: 'Streets', nl: 'Straten', es: 'Calles', ar: 'شوارع' },
  cleaning: { en: 'Cleaning', nl: 'Schoonmaak', es: 'Limpieza', ar: 'نظافة' },
  danger: { en: 'Danger', nl: 'Gevaar', es: 'Peligro', ar: 'خطر' },
}

const places = [
  { kind: 'street', name: 'Kerkstraat', street: 'Kerkstraat', area: 'north', lat: 52.375, lng: 4.9 },
  { kind: 'street', name: 'Damweg', street: 'Damweg', area: 'north', lat: 52.376, lng: 4.9 },
  { kind: 'street', name: 'Café Noirlaan', street: 'Café Noirlaan', area: 'south', lat: 52.365, lng: 4.9 },
  {
    kind: 'crossing',
    name: 'Kerkstraat / Damweg',
    street: 'Kerkstraat',
    cross: 'Damweg',
    area: 'north',
    lat: 52.3755,
    lng: 4.901,
  },
  {
    kind: 'crossing',
    name: 'Café Noirlaan / Damweg',
    street: 'Café Noirlaan',
    cross: 'Damweg',
    area: 'south',
    lat: 52.3655,
    lng: 4.901,
  },
  {
    kind: 'address',
    name: 'Kerkstraat 12',
    street: 'Kerkstraat',
    number: '12',
    postcode: '1011 AB',
    area: 'north',
    lat: 52.3751,
    lng: 4.8995,
  },
  {
    kind: 'address',
    name: 'Café Noirlaan 3',
    street: 'Café Noirlaan',
    number: '3',
    postcode: '1012 CD',
    area: 'south',
    lat: 52.3651,
    lng: 4.8995,
  },
]

/** Two places that tests like to report at, and one that is not in town. */
export const spots = {
  north: { lat: 52.3752, lng: 4.9003, quadkey: quadkeyOf(52.3752, 4.9003) },
  south: { lat: 52.3652, lng: 4.9003, quadkey: quadkeyOf(52.3652, 4.9003) },
  outside: { lat: 52.5, lng: 4.9, quadkey: quadkeyOf(52.5, 4.9) },
}

const settings = {
  contact: {
    email: 'hello@testdam.example',
    phone: '14 020',
    address: 'Dam 1, Testdam',
    hours: { en: 'Mon-Fri 9-17' },
    privacyEmail: 'privacy@testdam.example',
    securityEmail: 'security@testdam.example',
  },
  redress: { body: 'Objections committee of Testdam', address: 'Dam 1, 1011 AA Testdam', termDays: 42 },
}

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
