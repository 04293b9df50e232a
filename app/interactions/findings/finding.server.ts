import type { Tx } from '~/platform/db.server'
import { Prisma } from '~/platform/db.server'
import { InvalidInput, NotFound, OutOfDate } from '~/platform/problems'
import type { Actor } from '~/safeguards/interaction.server'
import type { FindingKindName, FindingState, Verdict } from './kinds'

/** A finding as an act needs it. */
export type FindingInHand = {
  id: string
  number: number
  kind: FindingKindName
  version: number
  state: FindingState
  aboutType: string
  aboutRef: string
  entryId: string | null
  issueRef: string | null
  concernedId: string | null
  department: string | null
  askedBy: string | null
  viaReportId: string | null
  language: string | null
  officerId: string | null
  askedTo: 'person' | 'unit' | null
  statistic: Record<string, string | number | boolean> | null
  openedAt: Date
  dueAt: Date
  publishedAt: Date | null
  verdict: Verdict | null
  closedAt: Date | null
}

export type ActKind = 'assigned' | 'asked' | 'explained' | 'answered' | 'published' | 'closed'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A finding to look at. Throws NotFound. */
export const findingToRead = (tx: Tx, id: string) => read(tx, id, Prisma.empty)

/** A finding to act on, held until the act is over. */
export const findingInHand = (tx: Tx, id: string) => read(tx, id, Prisma.sql`FOR UPDATE`)

async function read(tx: Tx, id: string, lock: Prisma.Sql): Promise<FindingInHand> {
  if (!uuid.test(id)) throw new NotFound()
  const [found] = await tx.$queryRaw<FindingInHand[]>`
    SELECT id, number, kind, version, state, about_type AS "aboutType", about_ref AS "aboutRef", entry_id AS "entryId",
      issue_ref AS "issueRef", concerned_id AS "concernedId", department, asked_by AS "askedBy",
      via_report_id AS "viaReportId", language, officer_id AS "officerId", asked_to AS "askedTo", statistic,
      opened_at AS "openedAt", due_at AS "dueAt", published_at AS "publishedAt", verdict, closed_at AS "closedAt"
    FROM finding WHERE id = ${id}::uuid ${lock}`
  if (!found) throw new NotFound()
  return found
}

/** Refuses an act on a finding that somebody changed since the form was opened, or that is closed. */
export function isStillOpen({ version, state }: FindingInHand, seen: number) {
  if (version !== seen || state === 'closed') throw new OutOfDate()
}

/** Who acts on a finding as oversight owns it: whoever has it in hand is one person, known to all. */
export function isTheirs({ officerId }: FindingInHand, actor: Actor) {
  if (officerId === null || officerId !== actor.id) throw new InvalidInput({ form: 'finding.field.take-first' })
}

/** For I01: nobody judges a finding about their own act. */
export async function aboutOneself({ tx, input, actor }: { tx: Tx; input: { id: string }; actor: Actor }) {
  const { concernedId } = await findingToRead(tx, input.id)
  return { interests: noTies(concernedId !== null && concernedId === actor.id) }
}

export const noTies = (isAboutOneself: boolean) => ({
  reportedThisIssue: false,
  livesInArea: false,
  declared: false,
  waivedBy: null,
  isAboutOneself,
})

type Move = {
  kind: ActKind
  byId: string | null
  toId?: string
  text: string
  language?: string
  now: Date
  /** Columns of the finding that change with the act. */
  set?: Prisma.Sql
}

/** Writes an act into the history and raises the version. */
export async function moveOn(tx: Tx, { id }: Pick<FindingInHand, 'id'>, move: Move): Promise<void> {
  const { kind, byId, toId, text, language, now, set } = move
  await tx.$executeRaw`
    INSERT INTO finding_act (finding_id, kind, by_id, to_id, text, language, acted_at)
    VALUES (${id}::uuid, ${kind}, ${byId}::uuid, ${toId ?? null}::uuid, ${text}, ${language ?? null}, ${now})`
  await tx.$executeRaw`
    UPDATE finding SET version = version + 1 ${set ? Prisma.sql`, ${set}` : Prisma.empty} WHERE id = ${id}::uuid`
}
