import { z } from 'zod'
import { Prisma, type Tx } from '~/platform/db.server'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { nameOfCategory } from '../issues/category-name'
import { groundOf, recordsOfActs } from './act-records.server'
import { entryCursor } from './entry-filters.server'
import { type EntryRow, entryRows, oldestFirst } from './entry-rows.server'
import { lookPurpose, namedPurpose, oversightReading } from './oversight-reading'

const actsPerPage = 100

/** An oversight officer reads all that happened around one issue, oldest first: who by role, on what ground, what was checked. */
export const readTrail = defineInteraction({
  ...oversightReading,
  name: 'oversight.read-trail',
  input: z.object({
    ref: z.string().trim().max(40),
    after: z.string().max(45).optional().catch(undefined),
    purpose: lookPurpose,
  }),
  touches: {
    record: ['entry', 'processing-line', 'audit-event'],
    issue: ['ref'],
    decision: ['all'],
    staff: ['job-title'],
  },
  facts: namedPurpose,
  async handle({ input, tx, language }) {
    const ref = input.ref.toUpperCase()
    const issue = await tx.issue.findUnique({
      where: { ref },
      select: {
        id: true,
        ref: true,
        status: true,
        place: true,
        areaKey: true,
        reportCount: true,
        reportedAt: true,
        dueAt: true,
        closedAt: true,
        acknowledgedAt: true,
        isImported: true,
        isHidden: true,
        reopenedCount: true,
        category: { select: { key: true, name: true } },
      },
    })
    if (!issue) throw new NotFound()
    const where = Prisma.sql`WHERE e.object_ref = ${ref} ${newerThan(input.after)}`
    const rows = await entryRows(tx, entryCursor, where, oldestFirst, actsPerPage + 1)
    const acts = rows.slice(0, actsPerPage)
    const recordsOf = await recordsOfActs(tx, acts)
    const purposes = await purposesOf(tx, acts)
    const { category, ...shown } = issue
    return {
      issue: { ...shown, category: nameOfCategory(category.name, language) },
      acts: acts.map((act) => {
        const purpose = purposes.get(act.id) ?? ''
        return { ...act, ...recordsOf(act), purpose, ground: groundOf(purpose) }
      }),
      next: rows.length > actsPerPage ? (acts.at(-1)?.cursor ?? null) : null,
      decisions: await decisionsOn(tx, issue.id),
      origin: issue.isImported ? await originOf(tx, issue.id) : null,
      look: input.purpose,
    }
  },
  about: (_, { issue }) => ({ object: { type: 'issue-trail', ref: issue.ref }, area: issue.areaKey }),
})

function newerThan(after: string | undefined): Prisma.Sql {
  const [at, id] = /^\d{1,20}\.\d{1,20}$/.test(after ?? '') ? (after ?? '').split('.') : []
  if (!at || !id) return Prisma.empty
  return Prisma.sql`AND (e.made_at, e.entry_id) > ('epoch'::timestamptz + ${at}::bigint * interval '1 microsecond', ${id}::bigint)`
}

async function purposesOf(tx: Tx, acts: readonly EntryRow[]): Promise<Map<string, string>> {
  const rows = await tx.entry.findMany({
    where: { id: { in: acts.map(({ id }) => id) } },
    select: { id: true, purpose: true },
  })
  return new Map(rows.map(({ id, purpose }) => [id, purpose]))
}

const decisionsOn = (tx: Tx, issueId: string) =>
  tx.decision.findMany({
    where: { issueId },
    orderBy: { decidedAt: 'asc' },
    select: {
      id: true,
      outcome: true,
      facts: true,
      ground: true,
      reasons: true,
      redressBody: true,
      redressUntil: true,
      redressAddress: true,
      language: true,
      decidedTitle: true,
      decidedAt: true,
      supersedesId: true,
      mandate: { select: { id: true, ground: true, validFrom: true, validUntil: true, revokedAt: true } },
    },
  })

// Imported history has no acts of ours: its origin is the file it came from.
async function originOf(tx: Tx, issueId: string) {
  const report = await tx.report.findFirst({
    where: { issueId, importBatchId: { not: null } },
    select: { importBatchId: true },
  })
  if (!report?.importBatchId) return null
  return tx.importBatch.findUnique({
    where: { id: report.importBatchId },
    select: { fileName: true, fileSha256: true, firstRow: true, lastRow: true, importedAt: true },
  })
}
