import { z } from 'zod'
import { Prisma } from '~/platform/db.server'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { leafHashOf } from '~/safeguards/integrity/entry.server'
import { groundOf, recordsOfActs } from './act-records.server'
import { entryCursor } from './entry-filters.server'
import { entryRows, newestFirst } from './entry-rows.server'
import { lookPurpose, namedPurpose, oversightReading } from './oversight-reading'

/** An oversight officer opens one entry: what it says, what stands beside it, and whether its fingerprint fits. */
export const readOneEntry = defineInteraction({
  ...oversightReading,
  name: 'oversight.read-entry',
  input: z.object({ id: z.string().max(60), purpose: lookPurpose }),
  touches: { record: ['entry', 'processing-line', 'audit-event'], staff: ['job-title'] },
  facts: namedPurpose,
  async handle({ input, tx }) {
    const { success, data: id } = z.uuid().safeParse(input.id)
    if (!success) throw new NotFound()
    const [row] = await entryRows(tx, entryCursor, Prisma.sql`WHERE e.id = ${id}::uuid`, newestFirst, 1)
    const kept = await tx.entry.findUnique({
      where: { id },
      select: { entry: true, leafHash: true, purpose: true, ictRole: true },
    })
    if (!row || !kept) throw new NotFound()
    const records = (await recordsOfActs(tx, [row]))(row)
    const sameTrace = await entryRows(tx, entryCursor, Prisma.sql`WHERE e.trace_id = ${row.traceId}`, newestFirst, 20)
    return {
      row,
      purpose: kept.purpose,
      ground: groundOf(kept.purpose),
      ictRole: kept.ictRole,
      records,
      text: new TextDecoder().decode(kept.entry),
      leafHash: Buffer.from(kept.leafHash).toString('hex'),
      isIntact: Buffer.from(leafHashOf(kept.entry)).equals(Buffer.from(kept.leafHash)),
      beside: sameTrace.filter((other) => other.id !== row.id),
      look: input.purpose,
    }
  },
  about: (_, { row }) => ({ object: { type: 'entry', ref: row.id } }),
})
