import { z } from 'zod'
import { Prisma } from '~/platform/db.server'
import { defineInteraction } from '~/safeguards/door.server'
import { ownId } from '../accounts/own'

const most = 20

/** Somebody who is signed in reads what they did here, newest first; each act leads to its receipt. */
export const seeOwnActs = defineInteraction({
  name: 'person.see-own-acts',
  input: z.object({
    before: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional()
      .catch(undefined),
  }),
  roles: ['resident', 'civil-servant', 'oversight', 'administrator'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'transformative',
  phase: 'co-assess',
  values: ['integrity'],
  effect: 'read',
  touches: { record: ['entry'] },
  async handle({ input, tx, actor }) {
    const id = ownId(actor)
    const rows = await tx.$queryRaw<
      { entry_id: bigint; id: string; kind: string; made_at: Date; is_refused: boolean; seq: bigint | null }[]
    >`
      SELECT e.entry_id, e.id::text, e.kind, e.made_at, e.is_refused, leaf.seq
      FROM entry_opening AS o JOIN entry AS e USING (entry_id) LEFT JOIN ledger_leaf AS leaf USING (entry_id)
      WHERE o.person_id = ${id}::uuid AND o.name = 'who'
        ${input.before === undefined ? Prisma.empty : Prisma.sql`AND o.entry_id < ${BigInt(input.before)}`}
      ORDER BY o.entry_id DESC LIMIT ${most + 1}`
    return {
      acts: rows.slice(0, most).map((row) => ({
        number: String(row.entry_id),
        id: row.id,
        kind: row.kind,
        at: row.made_at,
        isRefused: row.is_refused,
        index: row.seq === null ? null : Number(row.seq),
      })),
      hasMore: rows.length > most,
    }
  },
  about: (_input, _value, { id }) => ({ object: { type: 'own-data', ref: 'acts' }, subjects: id ? [id] : [] }),
})
