import { Prisma } from '~/platform/db.server'
import { defineInteraction } from '~/safeguards/door.server'
import { townOf } from '../town/town.server'
import { type CsvColumn, csvOf } from './entry-csv'
import { entryFilters } from './entry-filters.input'
import { entryConditions, entryCursor, olderThan } from './entry-filters.server'
import { type EntryRow, entryRows, newestFirst } from './entry-rows.server'
import { namedPurpose, oversightReading } from './oversight-reading'

export const mostExported = 10_000

const columns: readonly CsvColumn<EntryRow>[] = [
  { name: 'entry', cell: ({ id }) => id },
  { name: 'time', cell: ({ at }) => at.toISOString() },
  { name: 'interaction', cell: ({ kind }) => kind },
  { name: 'role', cell: ({ role }) => role },
  { name: 'staff', cell: ({ staff }) => staff?.label ?? '' },
  { name: 'function', cell: ({ staff }) => staff?.jobTitle ?? '' },
  { name: 'purpose_of_use', cell: ({ purposeOfUse }) => purposeOfUse },
  { name: 'outcome', cell: ({ isRefused }) => (isRefused ? 'refused' : 'done') },
  { name: 'worst_check', cell: ({ worst }) => worst },
  { name: 'checks', cell: ({ checks }) => checks.map(({ id, outcome }) => `${id} ${outcome}`).join('; ') },
  { name: 'area', cell: ({ areaKey }) => areaKey },
  { name: 'channel', cell: ({ channel }) => channel },
  { name: 'language', cell: ({ language }) => language },
  { name: 'object_type', cell: ({ object }) => object?.type ?? '' },
  { name: 'object', cell: ({ object }) => object?.ref ?? '' },
  { name: 'problem', cell: ({ problem }) => problem },
  { name: 'trace', cell: ({ traceId }) => traceId },
]

/** An oversight officer takes the list away as a file. How many rows left, and which, is on record. */
export const exportEntries = defineInteraction({
  ...oversightReading,
  name: 'access.export',
  input: entryFilters,
  touches: { record: ['entry', 'audit-event'], staff: ['job-title'] },
  facts: namedPurpose,
  limit: { times: 30, perSeconds: 3600 },
  async handle({ input, tx }) {
    const { timezone, key } = await townOf(tx)
    const { after, purpose: _, ...filters } = input
    const where = Prisma.sql`${entryConditions(filters, timezone)} ${olderThan(after)}`
    const rows = await entryRows(tx, entryCursor, where, newestFirst, mostExported)
    return { csv: csvOf(columns, rows), rows: rows.length, town: key }
  },
  about: (input, { rows }) => ({
    object: { type: 'record', ref: 'entries' },
    area: input.area ?? null,
    facts: {
      rows,
      ...(input.kind && { kind: input.kind }),
      ...(input.role && { role: input.role }),
      ...(input.from && { from: input.from }),
      ...(input.to && { to: input.to }),
    },
  }),
})
