import type { Tx } from '~/platform/db.server'
import { Prisma } from '~/platform/db.server'
import { OutOfDate } from '~/platform/problems'
import type { Actor, After } from '~/safeguards/interaction.server'
import type { Language } from '~/safeguards/vocabulary'
import { type IssueStatus, isClosed, statusAfter, type UpdateKind } from '../issues/issue'
import { tellFollowers } from '../letters/letter.server'
import type { LetterValues, TemplateName } from '../letters/templates'
import type { KeptPhoto } from '../reports/photo-files.server'
import { townOf } from '../town/town.server'
import { type CaseInHand, isStillAsSeen } from './case-in-hand.server'
import { dueAfterPause } from './paused-clock'

type Context = { tx: Tx; after: After; now: Date; actor: Actor }

type Publication = {
  kind: UpdateKind
  version: string
  text: string
  language: Language
  plannedFor?: string | null
  photos?: readonly KeptPhoto[]
  outcome?: 'resolved' | 'not-resolved'
  /** The case gets a handler with this act; null: nobody has it any more. */
  assigneeId?: string | null
  movedTo?: { categoryKey: string; areaKey: string | null }
}

export type Published = { updateId: string; status: IssueStatus; dueAt: Date | null }

/**
 * Publishes something on a case and brings the case along: its status, its clock, its place in every list. One statement,
 * so that story and case never say different things. The author stands there by function, never by name.
 */
export async function publish({ tx, now, actor }: Context, opened: CaseInHand, said: Publication): Promise<Published> {
  isStillAsSeen(opened, said.version)
  const status = statusAfter(opened.status, said.kind, said.outcome)
  // The version fits and the status does not: the form offered something that this case cannot do.
  if (!status) throw new OutOfDate()
  const dueAt = await dueAtAfter(tx, opened, status, now)
  const { movedTo, assigneeId = opened.assigneeId } = said
  const closedAt = isClosed(status) ? (opened.closedAt ?? now) : null
  const isTakenUp = status === 'in-progress' && opened.acknowledgedAt === null
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    WITH moved_on AS (
      UPDATE issue SET status = ${status}, due_at = ${dueAt}, closed_at = ${closedAt}, assignee_id = ${assigneeId}::uuid,
        category_key = ${movedTo?.categoryKey ?? opened.categoryKey}, area_key = ${movedTo ? movedTo.areaKey : opened.areaKey},
        acknowledged_at = ${isTakenUp ? now : opened.acknowledgedAt}, updated_at = ${laterThanBefore(now)}
      WHERE id = ${opened.id}::uuid),
    published AS (
    INSERT INTO issue_update (issue_id, kind, text, language, status_after, author_id, author_title, planned_for, published_at)
    VALUES (${opened.id}::uuid, ${said.kind}, ${said.text}, ${said.language}, ${status}, ${actor.id}::uuid,
      ${actor.jobTitle ?? ''}, ${said.plannedFor ?? null}::date, ${now})
    RETURNING id),
    shown AS (
      INSERT INTO photo (update_id, file_key, width, height, alt, added_at)
      SELECT published.id, p->>'fileKey', (p->>'width')::integer, (p->>'height')::integer, p->>'alt', ${now}
      FROM published, jsonb_array_elements(${JSON.stringify(said.photos ?? [])}::jsonb) AS p)
    SELECT id FROM published`
  if (!row) throw new Error('An update was not published.')
  return { updateId: row.id, status, dueAt }
}

/** Writes to everybody who wants to hear about the case. */
export async function tell(
  context: Context,
  opened: CaseInHand,
  { updateId }: Published,
  template: TemplateName,
  values: LetterValues,
) {
  await tellFollowers(context, { issueId: opened.id, template, values, onceKey: `update:${updateId}` })
}

/** The moment of a change; never the same twice, or a form opened before it would still fit. */
export const laterThanBefore = (now: Date) =>
  Prisma.sql`greatest(${now}::timestamptz, updated_at + interval '1 microsecond')`

// The clock stands still from a question until the case goes on; the days that were waited come back to the town.
async function dueAtAfter(
  tx: Tx,
  { status: before, askedAt, dueAt, serviceDayKind }: CaseInHand,
  after: IssueStatus,
  now: Date,
) {
  if (before !== 'waiting' || after === 'waiting' || !askedAt) return dueAt
  return dueAfterPause(await townOf(tx), { dueAt, from: askedAt, until: now, dayKind: serviceDayKind })
}
