import { Prisma, type Tx } from '~/platform/db.server'
import { pseudonymOf } from '~/safeguards/integrity/pseudonym.server'
import { activityOf } from '~/safeguards/lawfulness/processing-activities'

/** Who used somebody's data: a civil servant by function, the platform on its own, or the person themselves. */
export type LookBy = 'staff' | 'platform' | 'person'

/** One use of somebody's data, as they may read it: when, by whom (never a name), which data, why and for what. */
export type Look = {
  lineId: string
  at: Date
  act: string
  by: LookBy
  role: string
  jobTitle: string | null
  department: string | null
  /** Kinds of data, such as `contact`; empty when the record names none. */
  data: string[]
  /** Key of the reason in the register, such as `handle-report`. */
  use: string | null
  /** Id of the processing activity, such as `maintain-public-space`. */
  activity: string | null
  isRefused: boolean
  /** Why the glass was broken, when it was. */
  glass: string | null
  issueRef: string | null
}

type Row = {
  line_id: bigint
  started_at_ms: bigint
  name: string
  processing_activity_id: string
  entry_role: string | null
  is_refused: boolean | null
  object_type: string | null
  object_ref: string | null
  audit_role: string | null
  purpose_of_use: string | null
  fields: string[] | null
  break_glass: { category?: string } | null
  job_title: string | null
  department: string | null
}

type Wanted = { before: bigint | null; most: number; all: boolean }

/**
 * The processing log of one person joined to the audit log, newest first. Joined by trace and span: a trace alone may be
 * shared by several acts of one visit.
 */
export async function looksAt(
  tx: Tx,
  personId: string,
  { before, most, all }: Wanted,
): Promise<{ looks: Look[]; hasMore: boolean }> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT line.line_id, line.started_at_ms, line.name, line.processing_activity_id,
      entry.role AS entry_role, entry.is_refused, entry.object_type, entry.object_ref,
      audit.role AS audit_role, audit.purpose_of_use, audit.fields, audit.break_glass,
      staff.job_title, staff.department
    FROM processing_line AS line
    LEFT JOIN LATERAL (SELECT * FROM audit_event WHERE audit_event.trace_id = line.trace_id
      AND audit_event.span_id IN (line.span_id, line.parent_span_id) LIMIT 1) AS audit ON true
    LEFT JOIN LATERAL (SELECT role, is_refused, object_type, object_ref FROM entry WHERE entry.trace_id = line.trace_id
      AND entry.kind = line.name LIMIT 1) AS entry ON true
    LEFT JOIN person AS staff ON staff.id = audit.person_id
    WHERE line.data_subject_id = ${pseudonymOf(personId)}
      ${before === null ? Prisma.empty : Prisma.sql`AND line.line_id < ${before}`}
      ${all ? Prisma.empty : Prisma.sql`AND audit.role IS NOT NULL AND audit.person_id <> ${personId}::uuid`}
    ORDER BY line.line_id DESC LIMIT ${most + 1}`
  return { looks: rows.slice(0, most).map(lookOf), hasMore: rows.length > most }
}

function lookOf(row: Row): Look {
  const role = row.audit_role ?? row.entry_role ?? 'resident'
  const isAboutIssue = row.object_type === 'issue' || row.object_type === 'case'
  return {
    lineId: String(row.line_id),
    at: new Date(Number(row.started_at_ms)),
    act: row.name,
    by: row.audit_role ? 'staff' : role === 'system' ? 'platform' : 'person',
    role,
    jobTitle: row.job_title,
    department: row.department,
    data: [...new Set((row.fields ?? []).map((field) => field.split('.', 1)[0] ?? field))],
    use: row.purpose_of_use,
    activity: activityIn(row.processing_activity_id),
    isRefused: row.is_refused ?? false,
    glass: row.break_glass?.category ?? null,
    issueRef: isAboutIssue ? row.object_ref : null,
  }
}

function activityIn(uri: string): string | null {
  const id = uri.match(/\/register\/activities\/([a-z-]+)\/versions\/\d+$/)?.[1]
  return id && activityOf(id) ? id : null
}
