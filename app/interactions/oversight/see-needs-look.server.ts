import { z } from 'zod'
import { Prisma, type Tx } from '~/platform/db.server'
import { defineInteraction } from '~/safeguards/door.server'
import { countFindings, findingRows } from '../findings/finding-rows.server'
import { nameOfCategory } from '../issues/category-name'
import { allInteractions } from '../register/all-interactions.server'
import { type Town, townOf } from '../town/town.server'
import { entryCursor } from './entry-filters.server'
import { entryRows, newestFirst } from './entry-rows.server'
import { isOutOfHours } from './out-of-hours.server'
import { lookPurpose, namedPurpose, oversightReading } from './oversight-reading'
import { staffLabel } from './staff-label.server'

export const periods = ['1', '7', '30'] as const
const shown = 8

/** An oversight officer sees what needs a look: refusals, warnings, broken glass, letters and issues left lying, odd hours. */
export const seeNeedsLook = defineInteraction({
  ...oversightReading,
  name: 'oversight.see-needs-look',
  input: z.object({ days: z.enum(periods).catch('7'), purpose: lookPurpose }),
  touches: { record: ['entry', 'audit-event'], issue: ['ref', 'due'], staff: ['job-title'], finding: ['list'] },
  facts: namedPurpose,
  async handle({ input, tx, now, language }) {
    const town = await townOf(tx)
    const since = new Date(now.getTime() - Number(input.days) * 86_400_000)
    const period = Prisma.sql`e.made_at >= ${since}`
    return {
      days: input.days,
      look: input.purpose,
      refusals: await found(tx, Prisma.sql`WHERE e.is_refused AND ${period}`),
      warnings: await found(tx, Prisma.sql`WHERE e.worst = 'warn' AND NOT e.is_refused AND ${period}`),
      glass: await brokenGlass(tx, since),
      findings: {
        counts: await countFindings(tx, now),
        rows: await findingRows(tx, { view: 'open', now, most: shown }),
      },
      letters: await tx.mail.count({ where: { state: 'failed' } }),
      deadJobs: await deadJobs(tx),
      overdue: await overdue(tx, now, language),
      oddHours: await oddHours(tx, since, now, town),
      rules: await found(
        tx,
        Prisma.sql`WHERE e.kind IN (${Prisma.join([...rulesOfTheTown])}) AND NOT e.is_refused AND ${period}`,
      ),
    }
  },
  about: ({ days }) => ({ object: { type: 'record', ref: 'needs-look' }, facts: { days: Number(days) } }),
})

/** Acts that change what others may do: an officer wants to see each of them. */
const rulesOfTheTown = new Set([
  'category.edit',
  'category.edit-list',
  'category.add',
  'category.publish-questions',
  'change.approve',
  'town.edit',
  'town.edit-look',
  'town.edit-wording',
  'mandate.grant',
  'mandate.revoke',
  'staff.invite',
  'staff.disable',
  'staff.enable',
])

async function found(tx: Tx, where: Prisma.Sql) {
  const [counted] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM entry e ${where}`
  return { n: counted?.n ?? 0, rows: await entryRows(tx, entryCursor, where, newestFirst, shown) }
}

type Glass = {
  at: Date
  personId: string | null
  jobTitle: string | null
  category: string
  reason: string
  ref: string | null
  entryId: string | null
}

async function brokenGlass(tx: Tx, since: Date) {
  const rows = await tx.$queryRaw<Glass[]>`
    SELECT a.happened_at AS at, a.person_id AS "personId", p.job_title AS "jobTitle", a.break_glass->>'category' AS category,
      a.break_glass->>'reason' AS reason, a.object_ref AS ref, e.id AS "entryId"
    FROM audit_event a LEFT JOIN person p ON p.id = a.person_id
    LEFT JOIN entry e ON e.trace_id = a.trace_id AND e.made_at = a.happened_at
    WHERE a.break_glass IS NOT NULL AND a.break_glass <> 'null'::jsonb AND a.outcome_indicator = '0' AND a.happened_at >= ${since}
    ORDER BY a.happened_at DESC, a.event_id DESC LIMIT 50`
  return rows.map(({ personId, jobTitle, ...row }) => ({ ...row, staff: staffOf(personId, jobTitle) }))
}

async function deadJobs(tx: Tx): Promise<number> {
  const [counted] = await tx.$queryRaw<{ n: number }[]>`SELECT count_dead_jobs()::int AS n`
  return counted?.n ?? 0
}

async function overdue(tx: Tx, now: Date, language: string) {
  const late = Prisma.sql`i.closed_at IS NULL AND i.acknowledged_at IS NULL AND NOT i.is_hidden AND NOT i.is_imported AND i.due_at < ${now}`
  const [counted] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM issue i WHERE ${late}`
  const rows = await tx.$queryRaw<{ ref: string; place: string; dueAt: Date; category: unknown }[]>`
    SELECT i.ref, i.place, i.due_at AS "dueAt", c.name AS category FROM issue i JOIN category c ON c.key = i.category_key
    WHERE ${late} ORDER BY i.due_at, i.id LIMIT ${shown}`
  return { n: counted?.n ?? 0, rows: rows.map((row) => ({ ...row, category: nameOfCategory(row.category, language) })) }
}

type Act = { id: string; at: Date; personId: string | null; jobTitle: string | null; kind: string }

async function oddHours(tx: Tx, since: Date, now: Date, { timezone, country }: Town) {
  const odd = Prisma.sql`a.happened_at >= ${since} AND a.role = 'civil-servant'
    AND ${isOutOfHours(Prisma.sql`a.happened_at`, { timezone, country, since, now })}`
  const [counted] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM audit_event a WHERE ${odd}`
  const rows = await tx.$queryRaw<Act[]>`
    WITH latest AS (SELECT a.* FROM audit_event a WHERE ${odd} ORDER BY a.happened_at DESC, a.event_id DESC LIMIT ${shown})
    SELECT a.happened_at AS at, a.person_id AS "personId", p.job_title AS "jobTitle", e.kind, e.id
    FROM latest a JOIN entry e ON e.trace_id = a.trace_id AND e.made_at = a.happened_at
    LEFT JOIN person p ON p.id = a.person_id ORDER BY a.happened_at DESC, a.event_id DESC`
  const known = new Set<string>((await allInteractions()).map(({ name }) => name))
  return {
    n: counted?.n ?? 0,
    rows: rows.map(({ personId, jobTitle, ...row }) => ({
      ...row,
      isKnown: known.has(row.kind),
      staff: staffOf(personId, jobTitle),
    })),
  }
}

const staffOf = (personId: string | null, jobTitle: string | null) =>
  personId ? { label: staffLabel(personId), jobTitle: jobTitle ?? '' } : null
