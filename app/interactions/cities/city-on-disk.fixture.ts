import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll } from 'vitest'

/** The town of the tests, as a city folder says it. */
export const testdamJson = {
  key: 'testdam',
  name: 'Testdam',
  country: 'NL',
  timezone: 'Europe/Amsterdam',
  languages: ['en', 'nl', 'es', 'ar'],
  refPrefix: 'TDM',
  files: { reports: 'reports.csv' },
  reports: {
    columns: {
      id: 'id',
      category: 'category',
      group: 'group',
      createdAt: 'created_at',
      dueAt: 'due_at',
      closedAt: 'closed_at',
      status: 'status',
      outcome: 'outcome',
      channel: 'channel',
      latitude: 'lat',
      longitude: 'lng',
      area: 'area',
    },
    duplicates: [{ column: 'outcome', in: ['duplicate'] }],
    unplaced: [{ column: 'quality', in: ['default'] }],
    analyse: [{ column: 'channel', notIn: ['staff'] }],
    notResolved: ['duplicate', 'invalid'],
    maximumRejectedShare: 0.5,
  },
}

export type GivenRow = Partial<Record<(typeof columns)[number], string>>
const columns = [
  'id',
  'category',
  'group',
  'created_at',
  'due_at',
  'closed_at',
  'status',
  'outcome',
  'channel',
  'lat',
  'lng',
  'area',
  'quality',
] as const

/** Reports as CSV: what a row does not say is what most rows say. */
export const csvOf = (rows: readonly GivenRow[]): string =>
  [
    columns.join(','),
    ...rows.map((row, at) => {
      const usual: GivenRow = {
        id: String(at + 1),
        category: 'Lamp',
        group: 'Streets',
        created_at: '2026-03-02T10:00:00Z',
        status: 'open',
        channel: 'phone',
        lat: '52.3755',
        lng: '4.901',
      }
      return columns.map((column) => row[column] ?? usual[column] ?? '').join(',')
    }),
  ].join('\n')

const made: string[] = []
afterAll(async () => {
  for (const directory of made) await rm(directory, { recursive: true, force: true })
})

/** A city folder on disk for one test. A name that ends in `.gz` is packed. */
export async function cityOnDisk(files: Record<string, string | Buffer | object>): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'meent-city-'))
  made.push(directory)
  for (const [name, content] of Object.entries({ 'city.json': testdamJson, ...files })) {
    const bytes = Buffer.isBuffer(content) ? content : typeof content === 'string' ? content : JSON.stringify(content)
    await mkdir(path.dirname(path.join(directory, name)), { recursive: true })
    await writeFile(
      path.join(directory, name),
      name.endsWith('.gz') && !Buffer.isBuffer(content) ? gzipSync(bytes) : bytes,
    )
  }
  return directory
}
