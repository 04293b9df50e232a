import { Prisma } from '~/platform/db.server'
import { defineInteraction } from '~/safeguards/door.server'
import { allInteractions } from '../register/all-interactions.server'
import { townOf } from '../town/town.server'
import { entryFilters } from './entry-filters.input'
import { entryConditions, entryCursor, olderThan } from './entry-filters.server'
import { entryRows, newestFirst } from './entry-rows.server'
import { namedPurpose, oversightReading } from './oversight-reading'

export const entriesPerPage = 50

/** An oversight officer reads what was recorded: every act and every refusal, newest first. */
export const listEntries = defineInteraction({
  ...oversightReading,
  name: 'oversight.list-entries',
  input: entryFilters,
  touches: { record: ['entry', 'audit-event'], staff: ['job-title'] },
  facts: namedPurpose,
  async handle({ input, tx }) {
    const { timezone } = await townOf(tx)
    const { after, purpose: _, ...filters } = input
    const where = entryConditions(filters, timezone)
    const rows = await entryRows(
      tx,
      entryCursor,
      Prisma.sql`${where} ${olderThan(after)}`,
      newestFirst,
      entriesPerPage + 1,
    )
    const isMore = rows.length > entriesPerPage
    const shown = rows.slice(0, entriesPerPage)
    return {
      filters: input,
      rows: shown,
      older: isMore ? (shown.at(-1)?.cursor ?? null) : null,
      areas: await tx.area.findMany({ select: { key: true, name: true }, orderBy: { name: 'asc' } }),
      kinds: (await allInteractions())
        .filter(({ effect }) => effect !== 'public-read')
        .map(({ name }) => name)
        .sort(),
    }
  },
  about: ({ area }) => ({ object: { type: 'record', ref: 'entries' }, area: area ?? null }),
})
