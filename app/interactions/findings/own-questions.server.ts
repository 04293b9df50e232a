import type { Tx } from '~/platform/db.server'
import { sealOfPerson } from '../people/person-key.server'
import { type FindingState, isOverdue, type Verdict } from './kinds'

/** A question about a look, as whoever asked it follows it: where it stands, until when, and what oversight answered. */
export type OwnQuestion = {
  number: number
  /** The line it is about. */
  lineId: string
  /** The case that the look was about. */
  issueRef: string | null
  state: FindingState
  openedAt: Date
  dueAt: Date
  isOverdue: boolean
  words: string
  /** What oversight wrote to them, oldest first. */
  answers: { kind: 'answered' | 'closed'; text: string; at: Date }[]
  verdict: Verdict | null
}

type Row = Omit<OwnQuestion, 'isOverdue' | 'words' | 'answers'> & {
  sealed: Uint8Array | null
  answers: { kind: 'answered' | 'closed'; text: string; at: string }[]
}

/** All questions of one person, newest first. Whose they are stands in the query. */
export async function ownQuestions(tx: Tx, personId: string, now: Date): Promise<OwnQuestion[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT f.number, f.about_ref AS "lineId", f.issue_ref AS "issueRef", f.state, f.opened_at AS "openedAt", f.due_at AS "dueAt", f.verdict,
      f.sealed_question AS sealed, coalesce((
        SELECT jsonb_agg(jsonb_build_object('kind', a.kind, 'text', a.text, 'at', a.acted_at) ORDER BY a.act_id)
        FROM finding_act a WHERE a.finding_id = f.id AND a.kind IN ('answered', 'closed')), '[]') AS answers
    FROM finding f WHERE f.asked_by = ${personId}::uuid ORDER BY f.number DESC LIMIT 200`
  if (rows.length === 0) return []
  const own = await sealOfPerson(tx, personId)
  return rows.map(({ sealed, answers, ...row }) => ({
    ...row,
    isOverdue: isOverdue(row, now),
    words: own && sealed ? own.open(sealed, 'finding.sealed_question') : '',
    answers: answers.map(({ at, ...answer }) => ({ ...answer, at: new Date(at) })),
  }))
}
