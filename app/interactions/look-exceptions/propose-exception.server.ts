import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { plainLine } from '~/platform/plain-text'
import { InvalidInput } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { addDays, localDateOf, startOfDay } from '~/safeguards/lawfulness/working-days'
import { noTies } from '../findings/finding.server'
import { reasons } from '../findings/finding-fields.input'
import { overseeing } from '../findings/overseeing'
import { townOf } from '../town/town.server'

/** Longer than this an investigation asks again, with two officers. (Our choice.) */
export const longestExceptionDays = 365

/**
 * An oversight officer proposes that an investigation hides one look from the person it is about: on a legal ground, until a
 * day. Nothing is hidden before a second officer agrees. Never by the one whose look it is (I01).
 */
export const proposeException = defineInteraction({
  ...overseeing,
  name: 'look-exception.propose',
  input: z.object({
    entryId: z.uuid('finding.field.entry'),
    legalGround: z.string().transform(plainLine).pipe(z.string().min(1).max(300)),
    until: z.iso.date('finding.field.until'),
    text: reasons,
  }),
  touches: { finding: ['exception'] },
  facts: async ({ tx, input, actor }) => {
    const { lookerId } = await lookOfEntry(tx, input.entryId)
    return { interests: noTies(lookerId !== null && lookerId === actor.id) }
  },
  async handle({ input, tx, actor, now }) {
    const { lookerId } = await lookOfEntry(tx, input.entryId)
    const { timezone } = await townOf(tx)
    const today = localDateOf(now, timezone)
    // The last day on which it is hidden: today at the earliest, and not for ever.
    if (input.until < today || input.until > addDays(today, longestExceptionDays))
      throw new InvalidInput({ until: 'finding.field.until' })
    const endsAt = startOfDay(addDays(input.until, 1), timezone)
    const [made] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO look_exception (entry_id, looker_id, legal_ground, reason, ends_at, proposed_by, proposed_at)
      VALUES (${input.entryId}::uuid, ${lookerId}::uuid, ${input.legalGround}, ${input.text}, ${endsAt}, ${actor.id}::uuid, ${now})
      RETURNING id`
    if (!made) throw new Error('An exception was not kept.')
    return { id: made.id }
  },
  about: ({ entryId, until }, { id }) => ({
    object: { type: 'look-exception', ref: id },
    facts: { entry: entryId, until },
  }),
})

// Whose look an entry records; null when nobody of the staff did it. An entry that is about nobody can hide nothing.
async function lookOfEntry(tx: Tx, entryId: string): Promise<{ lookerId: string | null }> {
  const [found] = await tx.$queryRaw<{ lookerId: string | null; isAboutSomebody: boolean }[]>`
    SELECT (SELECT a.person_id FROM audit_event a WHERE a.trace_id = e.trace_id AND a.happened_at = e.made_at
        ORDER BY a.event_id LIMIT 1) AS "lookerId",
      EXISTS (SELECT 1 FROM processing_line l WHERE l.trace_id = e.trace_id AND l.name = e.kind
        AND l.data_subject_id IS NOT NULL) AS "isAboutSomebody"
    FROM entry e WHERE e.id = ${entryId}::uuid`
  if (!found?.isAboutSomebody) throw new InvalidInput({ entryId: 'finding.field.entry' })
  return found
}
