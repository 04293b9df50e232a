import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { addDays, startOfDay } from '~/safeguards/lawfulness/working-days'
import { noticeFor } from '../accounts/notice-to-show'
import { ownQuestions } from '../findings/own-questions.server'
import { townOf } from '../town/town.server'
import { completenessOf } from './completeness.server'
import { looksAt } from './looks.server'

const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  // The thirty-first of February has the form of a day and is none.
  .refine((text) => !Number.isNaN(Date.parse(`${text}T00:00:00Z`)))
  .optional()
  .catch(undefined)

/** Which part of the list: days as they stand in the town's calendar, and the line below which to go on. */
export const lookedFilters = {
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
  all: z.literal('yes').optional().catch(undefined),
  from: day,
  to: day,
}
type Filters = { [Name in keyof typeof lookedFilters]?: string | undefined }

/** The page "who looked": the looks of a period, whether the record is whole, and what this person asked about it. */
export async function lookedPage(
  tx: Tx,
  personId: string,
  { before, all, from, to }: Filters,
  { now, language }: { now: Date; language: string },
) {
  const { timezone } = await townOf(tx)
  const wanted = {
    before: before === undefined ? null : BigInt(before),
    most: 20,
    all: all === 'yes',
    from: from ? startOfDay(from, timezone) : null,
    until: to ? startOfDay(addDays(to, 1), timezone) : null,
    language,
    now,
  }
  return {
    ...(await looksAt(tx, personId, wanted)),
    completeness: await completenessOf(tx, personId),
    questions: await ownQuestions(tx, personId, now),
    filters: { all: all ?? null, from: from ?? null, to: to ?? null },
    notice: noticeFor('oversight'),
  }
}
