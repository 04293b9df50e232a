import { Prisma, type Tx } from '~/platform/db.server'
import type { CheckAnswer, Outcome } from '~/safeguards/check'
import { allInteractions } from '../register/all-interactions.server'
import { type Staff, staffLabel } from './staff-label.server'

export type CheckSaid = { id: string; version: number } & CheckAnswer

/** One entry as a line of a list: what, when, by which role, how it ended. */
export type EntryRow = {
  id: string
  kind: string
  /** Declared today, so that there are words for it; what was declared once keeps its name. */
  isKnown: boolean
  at: Date
  role: string
  isRefused: boolean
  worst: Outcome
  areaKey: string | null
  channel: string
  language: string
  object: { type: string; ref: string } | null
  traceId: string
  problem: string | null
  checks: CheckSaid[]
  staff: Staff | null
  purposeOfUse: string | null
  cursor: string
}

type Row = Omit<EntryRow, 'object' | 'staff' | 'isKnown'> & {
  objectType: string | null
  objectRef: string | null
  personId: string | null
  jobTitle: string | null
}

// The audit event of the same act: one trace can hold several acts, but two of them never begin in the same moment.
const staffColumns = Prisma.sql`
  LEFT JOIN LATERAL (SELECT a.person_id, a.purpose_of_use FROM audit_event a
    WHERE a.trace_id = e.trace_id AND a.happened_at = e.made_at ORDER BY a.event_id LIMIT 1) audit ON true
  LEFT JOIN person p ON p.id = audit.person_id`

/** Entries with who did it, by label and function. `rest` is everything after FROM: conditions, order and limit. */
export async function entryRows(
  tx: Tx,
  cursor: Prisma.Sql,
  where: Prisma.Sql,
  order: Prisma.Sql,
  limit: number,
): Promise<EntryRow[]> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH found AS MATERIALIZED (SELECT e.entry_id FROM entry e ${where} ORDER BY ${order} LIMIT ${limit})
    SELECT e.id, e.kind, e.made_at AS at, e.role, e.is_refused AS "isRefused", e.worst, e.area_key AS "areaKey", e.channel,
      e.language, e.object_type AS "objectType", e.object_ref AS "objectRef", e.trace_id AS "traceId", e.problem, e.checks,
      audit.person_id AS "personId", audit.purpose_of_use AS "purposeOfUse", p.job_title AS "jobTitle", ${cursor} AS cursor
    FROM found JOIN entry e ON e.entry_id = found.entry_id ${staffColumns} ORDER BY ${order}`
  const known = new Set<string>((await allInteractions()).map(({ name }) => name))
  return rows.map(({ objectType, objectRef, personId, jobTitle, ...row }) => ({
    ...row,
    isKnown: known.has(row.kind),
    object: objectType && objectRef ? { type: objectType, ref: objectRef } : null,
    staff: personId ? { label: staffLabel(personId), jobTitle: jobTitle ?? '' } : null,
  }))
}

export const newestFirst = Prisma.sql`e.made_at DESC, e.entry_id DESC`
export const oldestFirst = Prisma.sql`e.made_at, e.entry_id`
