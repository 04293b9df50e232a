import { Prisma, type Tx } from '~/platform/db.server'
import { planAnew } from '~/platform/plan-anew.server'
import { functionsOf } from '../oversight/staff-label.server'
import { type FindingKindName, type FindingState, isOverdue, type Verdict } from './kinds'

export const findingViews = ['open', 'overdue', 'answered', 'closed'] as const
export type FindingView = (typeof findingViews)[number]

export type FindingRow = {
  id: string
  number: number
  kind: FindingKindName
  state: FindingState
  issueRef: string | null
  openedAt: Date
  dueAt: Date
  closedAt: Date | null
  verdict: Verdict | null
  isOverdue: boolean
  officer: { label: string; jobTitle: string } | null
}

type Wanted = { view: FindingView; now: Date; skip?: number; most: number }

/** Findings of one view: waiting ones by their last day, the others by when they were opened. */
export async function findingRows(tx: Tx, { view, now, skip = 0, most }: Wanted): Promise<FindingRow[]> {
  const isWaiting = view === 'open' || view === 'overdue'
  const order = isWaiting ? Prisma.sql`f.due_at, f.number` : Prisma.sql`f.opened_at DESC, f.number DESC`
  const rows = await tx.$queryRaw<(Omit<FindingRow, 'isOverdue' | 'officer'> & { officerId: string | null })[]>`
    SELECT f.id, f.number, f.kind, f.state, f.issue_ref AS "issueRef", f.opened_at AS "openedAt", f.due_at AS "dueAt",
      f.closed_at AS "closedAt", f.verdict, f.officer_id AS "officerId"
    FROM finding f WHERE ${planAnew}${inView(view, now)} ORDER BY ${order} LIMIT ${most} OFFSET ${skip}`
  const officers = await functionsOf(
    tx,
    rows.map(({ officerId }) => officerId),
  )
  return rows.map(({ officerId, ...row }) => ({
    ...row,
    isOverdue: isOverdue(row, now),
    officer: (officerId && officers.get(officerId)) || null,
  }))
}

/** How many findings stand in each view. */
export async function countFindings(tx: Tx, now: Date): Promise<Record<FindingView, number>> {
  const [counted] = await tx.$queryRaw<Record<FindingView, number>[]>`
    SELECT count(*) FILTER (WHERE ${inView('open', now)})::int AS open,
      count(*) FILTER (WHERE ${inView('overdue', now)})::int AS overdue,
      count(*) FILTER (WHERE ${inView('answered', now)})::int AS answered,
      count(*) FILTER (WHERE ${inView('closed', now)})::int AS closed FROM finding f`
  return counted ?? { open: 0, overdue: 0, answered: 0, closed: 0 }
}

function inView(view: FindingView, now: Date): Prisma.Sql {
  const unanswered = Prisma.sql`f.state IN ('open', 'asked', 'explained')`
  if (view === 'open') return unanswered
  if (view === 'overdue') return Prisma.sql`${unanswered} AND f.due_at <= ${now}`
  return Prisma.sql`f.state = ${view}`
}
