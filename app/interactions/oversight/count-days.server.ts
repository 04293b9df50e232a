import { z } from 'zod'
import { Prisma } from '~/platform/db.server'
import { defineInteraction } from '~/safeguards/door.server'
import { addDays, localDateOf, startOfDay } from '~/safeguards/lawfulness/working-days'
import { allInteractions } from '../register/all-interactions.server'
import { townOf } from '../town/town.server'
import { lookPurpose, namedPurpose, oversightReading } from './oversight-reading'

const kind = z
  .string()
  .regex(/^[a-z0-9-]{1,60}\.[a-z0-9-]{1,60}$/)
  .optional()
  .catch(undefined)
const daysShown = 28

export type DayCount = { day: string; acts: number; refused: number; warned: number; byStaff: number; reads: number }

/** An oversight officer reads how much happened on each of the last days, in numbers: acts, refusals, warnings, page views. */
export const countDays = defineInteraction({
  ...oversightReading,
  name: 'oversight.count-days',
  input: z.object({ kind, purpose: lookPurpose }),
  touches: { record: ['entry'] },
  facts: namedPurpose,
  async handle({ input, tx, now }) {
    const { timezone } = await townOf(tx)
    const today = localDateOf(now, timezone)
    const first = addDays(today, 1 - daysShown)
    const from = startOfDay(first, timezone)
    const only = input.kind ? Prisma.sql`AND e.kind = ${input.kind}` : Prisma.empty
    const acts = await tx.$queryRaw<Omit<DayCount, 'reads'>[]>`
      SELECT to_char(day, 'YYYY-MM-DD') AS day, acts, refused, warned, "byStaff" FROM (
        SELECT (e.made_at AT TIME ZONE ${timezone})::date AS day, count(*)::int AS acts,
          (count(*) FILTER (WHERE e.is_refused))::int AS refused, (count(*) FILTER (WHERE e.worst = 'warn'))::int AS warned,
          (count(*) FILTER (WHERE e.role IN ('civil-servant', 'oversight', 'administrator')))::int AS "byStaff"
        FROM entry e WHERE e.made_at >= ${from} ${only} GROUP BY 1) AS counted`
    const readsOnly = input.kind ? Prisma.sql`AND interaction = ${input.kind}` : Prisma.empty
    const reads = await tx.$queryRaw<{ day: string; n: number }[]>`
      SELECT to_char(day, 'YYYY-MM-DD') AS day, sum(n)::float8 AS n FROM read_count WHERE day >= ${first}::date ${readsOnly} GROUP BY 1`
    const byDay = new Map(acts.map((row) => [row.day, row]))
    const readsByDay = new Map(reads.map(({ day, n }) => [day, n]))
    const days = Array.from({ length: daysShown }, (_, at): DayCount => {
      const day = addDays(today, -at)
      return {
        ...(byDay.get(day) ?? { day, acts: 0, refused: 0, warned: 0, byStaff: 0 }),
        reads: readsByDay.get(day) ?? 0,
      }
    })
    return {
      kind: input.kind ?? null,
      purpose: input.purpose,
      days,
      kinds: (await allInteractions()).map(({ name }) => name).sort(),
    }
  },
  about: () => ({ object: { type: 'record', ref: 'days' } }),
})
