import { Prisma, type Tx } from '~/platform/db.server'
import { planAnew } from '~/platform/plan-anew.server'
import { pseudonymOf } from '~/safeguards/integrity/pseudonym.server'
import { activityOf } from '~/safeguards/lawfulness/processing-activities'
import { actInWords } from '../register/act-words.server'

/** Who used somebody's data: a civil servant by function, the platform on its own, or the person themselves. */
export type LookBy = 'staff' | 'platform' | 'person'

/** One use of somebody's data, as they may read it: when, by whom (never a name), which data, why and for what. */
export type Look = {
  lineId: string
  /** Public id of the entry that was written in the same moment; null for a line of before entries had one. */
  entryId: string | null
  at: Date
  act: string
  /** The act in plain words, such as "Open the contact details of a reporter". */
  what: string
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
  entry_id: string | null
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
  looker_id: string | null
}

/** Which lines: from the newest back, within a period (`until` is the first moment after it), those of staff or all. */
export type Wanted = {
  before: bigint | null
  most: number
  all: boolean
  from?: Date | null
  until?: Date | null
  language: string
  now: Date
}

/** The processing log of one person joined to the audit log, newest first. What an investigation hides today is left out. */
export async function looksAt(
  tx: Tx,
  personId: string,
  { before, most, all, from, until, language, now }: Wanted,
): Promise<{ looks: Look[]; hasMore: boolean }> {
  const conditions = [
    before === null ? Prisma.sql`true` : Prisma.sql`line.line_id < ${before}`,
    all ? Prisma.sql`true` : Prisma.sql`audit.role IS NOT NULL AND audit.person_id <> ${personId}::uuid`,
    from ? Prisma.sql`line.started_at_ms >= ${BigInt(from.getTime())}` : Prisma.sql`true`,
    until ? Prisma.sql`line.started_at_ms < ${BigInt(until.getTime())}` : Prisma.sql`true`,
  ]
  const rows = await lines(tx, personId, { now, where: Prisma.join(conditions, ' AND '), most: most + 1 })
  return { looks: rows.slice(0, most).map((row) => lookOf(row, language)), hasMore: rows.length > most }
}

/** One look by its line, with whose act it was: for whoever must be asked, never for a page. Null when it is not theirs to see. */
export async function lookAt(
  tx: Tx,
  personId: string,
  lineId: string,
  { language, now }: Pick<Wanted, 'language' | 'now'>,
): Promise<{ look: Look; lookerId: string | null } | null> {
  const [row] = await lines(tx, personId, { now, where: Prisma.sql`line.line_id = ${BigInt(lineId)}`, most: 1 })
  if (!row) return null
  const isOwn = row.looker_id === personId
  return { look: lookOf(row, language), lookerId: isOwn ? null : row.looker_id }
}

// A trace alone may be shared by several acts of one visit: audit events are joined by span too, entries by their moment.
const lines = (
  tx: Tx,
  personId: string,
  { now, where, most }: { now: Date; where: Prisma.Sql; most: number },
) => tx.$queryRaw<Row[]>`
    SELECT ${planAnew}line.line_id, line.started_at_ms, line.name, line.processing_activity_id, entry.id AS entry_id,
      entry.role AS entry_role, entry.is_refused, entry.object_type, entry.object_ref,
      audit.role AS audit_role, audit.purpose_of_use, audit.fields, audit.break_glass, audit.person_id AS looker_id,
      staff.job_title, staff.department
    FROM processing_line AS line
    LEFT JOIN LATERAL (SELECT * FROM audit_event WHERE audit_event.trace_id = line.trace_id
      AND audit_event.span_id IN (line.span_id, line.parent_span_id) LIMIT 1) AS audit ON true
    LEFT JOIN LATERAL (SELECT id, role, is_refused, object_type, object_ref FROM entry WHERE entry.trace_id = line.trace_id
      AND entry.kind = line.name AND entry.made_at = 'epoch'::timestamptz + line.started_at_ms * interval '1 millisecond'
      LIMIT 1) AS entry ON true
    LEFT JOIN person AS staff ON staff.id = audit.person_id
    WHERE line.data_subject_id = ${pseudonymOf(personId)} AND ${where}
      AND NOT EXISTS (SELECT 1 FROM look_exception hidden WHERE hidden.entry_id = entry.id
        AND hidden.approved_at IS NOT NULL AND hidden.ends_at > ${now})
    ORDER BY line.line_id DESC LIMIT ${most}`

function lookOf(row: Row, language: string): Look {
  const role = row.audit_role ?? row.entry_role ?? 'resident'
  const isAboutIssue = row.object_type === 'issue' || row.object_type === 'case'
  return {
    lineId: String(row.line_id),
    entryId: row.entry_id,
    at: new Date(Number(row.started_at_ms)),
    act: row.name,
    what: actInWords(language, row.name),
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
