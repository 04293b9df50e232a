import { deadlineOf } from '~/safeguards/lawfulness/deadlines'
import { holidaysOf } from '~/safeguards/lawfulness/holidays'
import type { Town } from '../town/town.server'

export type ServicePromise = { serviceDays: number | null; serviceDayKind: string }

/** When the time for an answer is over: as the category promises, or as the town promises where the category says nothing. */
export function dueAtOf(
  town: Pick<Town, 'country' | 'timezone' | 'settings'>,
  { serviceDays, serviceDayKind }: ServicePromise,
  receivedAt: Date,
): Date {
  const rule = {
    regime: 'service_standard',
    days: serviceDays ?? town.settings.answerDays,
    dayKind: serviceDayKind === 'calendar' ? 'calendar' : 'working',
    source: 'category.service_days',
  } as const
  const facts = { rule, receivedAt, timezone: town.timezone, isHoliday: holidaysOf(town.country) }
  return deadlineOf(facts, receivedAt).dueAt
}
