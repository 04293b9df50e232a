import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import type { Actor } from '~/safeguards/interaction.server'
import { staffRoles } from '~/safeguards/vocabulary'
import { actInWords } from '../register/act-words.server'
import { askedOf } from './answerers.server'

/** What everybody who works here declares when oversight asks them something. */
const explaining = {
  roles: staffRoles,
  purpose: 'oversight',
  legalBasis: 'A6-1-c-legal-obligation',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['integrity', 'responsive'],
  effect: 'read',
  touches: { finding: ['asked'] },
} as const

/** Somebody of the staff sees what oversight asks them, about their own acts or those of their unit. */
export const listAsked = defineInteraction({
  ...explaining,
  name: 'finding.list-asked',
  input: z.object({}),
  handle: async (context) => ({ asked: await askedRows(context) }),
  about: () => ({ object: { type: 'findings', ref: 'asked' } }),
})

/** Somebody of the staff opens one of these questions. What the resident wrote stays with oversight. */
export const openAsked = defineInteraction({
  ...explaining,
  name: 'finding.open-asked',
  input: z.object({ id: z.string().max(60) }),
  async handle(context) {
    const found = (await askedRows(context)).find(({ id }) => id === context.input.id)
    if (!found) throw new NotFound()
    return found
  },
  about: (_, { id }) => ({ object: { type: 'finding', ref: id } }),
})

export type Asked = {
  id: string
  number: number
  version: number
  state: string
  askedTo: string
  dueAt: Date
  issueRef: string | null
  /** The act that it is about, in plain words, and when it was. */
  what: string | null
  actedAt: Date | null
  /** What oversight asks, and what was explained. */
  text: string
  askedAt: Date
  explained: string | null
}

type Context = { tx: Tx; actor: Actor; now: Date; language: string }

/** What this person is asked and has not been closed, the nearest last day first. */
async function askedRows({ tx, actor, now, language }: Context): Promise<Asked[]> {
  const rows = await tx.$queryRaw<(Omit<Asked, 'what'> & { act: string | null })[]>`
    SELECT f.id, f.number, f.version, f.state, f.asked_to AS "askedTo", f.due_at AS "dueAt", f.issue_ref AS "issueRef",
      e.kind AS act, e.made_at AS "actedAt", asked.text, asked.acted_at AS "askedAt", explained.text AS explained
    FROM finding f LEFT JOIN entry e ON e.id = f.entry_id
    JOIN LATERAL (SELECT a.act_id, a.text, a.acted_at FROM finding_act a WHERE a.finding_id = f.id AND a.kind = 'asked'
      ORDER BY a.act_id DESC LIMIT 1) asked ON true
    LEFT JOIN LATERAL (SELECT a.text FROM finding_act a WHERE a.finding_id = f.id AND a.kind = 'explained'
      AND a.act_id > asked.act_id ORDER BY a.act_id DESC LIMIT 1) explained ON true
    WHERE ${askedOf(actor, now)} AND f.state <> 'closed' ORDER BY (f.state <> 'asked'), f.due_at, f.number LIMIT 200`
  return rows.map(({ act, ...row }) => ({ ...row, what: act && actInWords(language, act) }))
}
