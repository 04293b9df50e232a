import { Prisma, type Tx } from '~/platform/db.server'
import { NotFound, OutOfDate } from '~/platform/problems'
import type { IssueStatus } from '../issues/issue'

/** A case as an act needs it: what the checks ask, where the clock stands, and which version it is. */
export type CaseInHand = {
  id: string
  ref: string
  categoryKey: string
  areaKey: string | null
  department: string
  serviceDayKind: string
  place: string
  status: IssueStatus
  dueAt: Date | null
  reportedAt: Date
  closedAt: Date | null
  assigneeId: string | null
  acknowledgedAt: Date | null
  /** When the town last asked the reporter something; the clock stands still from then on while the case waits. */
  askedAt: Date | null
  /** Changes with every act on the case, so that a form can tell whether it is still about what its reader saw. */
  version: string
}

const held = new WeakMap<object, Map<string, Promise<CaseInHand>>>()

/** Takes a case in hand: read once per act, and locked until the act is kept, so that two people never write over each other. */
export const caseInHand = (tx: Tx, ref: string) =>
  once(tx, `write ${ref}`, () => read(tx, ref, Prisma.sql`FOR UPDATE OF i`))

/** A case to look at. Nobody waits for a reader. */
export const caseToRead = (tx: Tx, ref: string) => once(tx, `read ${ref}`, () => read(tx, ref, Prisma.empty))

/** Refuses an act on a case that somebody changed since the form was opened. */
export function isStillAsSeen(opened: CaseInHand, version: string) {
  if (opened.version !== version) throw new OutOfDate()
}

/** The competence that an act on this case needs: for its kind and its neighbourhood. */
export async function mandateForCase({ tx, input }: { tx: Tx; input: { ref: string } }) {
  const { categoryKey, areaKey } = await caseInHand(tx, input.ref)
  return { mandateFor: { category: categoryKey, area: areaKey } }
}

// The facts of an act and its handler ask for the same case: one statement serves both.
function once(tx: Tx, key: string, make: () => Promise<CaseInHand>): Promise<CaseInHand> {
  const cases = held.get(tx) ?? new Map<string, Promise<CaseInHand>>()
  held.set(tx, cases)
  const found = cases.get(key) ?? make()
  cases.set(key, found)
  return found
}

async function read(tx: Tx, ref: string, lock: Prisma.Sql): Promise<CaseInHand> {
  const [found] = await tx.$queryRaw<CaseInHand[]>`
    SELECT i.id, i.ref, i.category_key AS "categoryKey", i.area_key AS "areaKey", c.department,
      c.service_day_kind AS "serviceDayKind", i.place, i.status, i.due_at AS "dueAt", i.reported_at AS "reportedAt",
      i.closed_at AS "closedAt", i.assignee_id AS "assigneeId", i.acknowledged_at AS "acknowledgedAt",
      (SELECT max(u.published_at) FROM issue_update u WHERE u.issue_id = i.id AND u.kind = 'question') AS "askedAt",
      (extract(epoch FROM i.updated_at) * 1000000)::bigint::text AS version
    FROM issue i JOIN category c ON c.key = i.category_key
    WHERE i.ref = ${ref} AND NOT i.is_hidden ${lock}`
  if (!found) throw new NotFound()
  return found
}
