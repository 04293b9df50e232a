import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { useTown } from '~tests/town'

const town = useTown()

/** Tables and columns as schema.prisma names them. */
function declared(): Map<string, Set<string>> {
  const tables = new Map<string, Set<string>>()
  for (const [, body = ''] of readFileSync('prisma/schema.prisma', 'utf8').matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)) {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1]
    const lines = body.split('\n').filter((line) => /^ {2}[a-z]\w* /.test(line) && !line.includes('@relation('))
    const columns = lines.map((line) => /@map\("(\w+)"\)/.exec(line)?.[1] ?? line.trim().split(/\s+/, 1)[0] ?? '')
    if (table) tables.set(table, new Set(columns))
  }
  return tables
}

test('the client names only tables and columns that the migrations made', async () => {
  const rows = await town.sql<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`,
  )
  const made = new Map<string, Set<string>>()
  for (const { table, column } of rows) made.set(table, (made.get(table) ?? new Set()).add(column))
  // Tables and columns that only set-based SQL works with need no model; a model may not name what is not there.
  const known = declared()
  expect(known.size).toBeGreaterThan(25)
  const missing = [...known].flatMap(([table, columns]) =>
    [...columns].filter((column) => !made.get(table)?.has(column)).map((column) => `${table}.${column}`),
  )
  expect(missing).toEqual([])
})

test('every migration was applied, once, under its own checksum', async () => {
  const rows = await town.sql<{ name: string }>('SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1')
  const folders = readdirSync('prisma/migrations', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(rows.map((row) => row.name)).toEqual(folders.map((folder) => folder.name).sort())
})
