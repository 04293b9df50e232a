import { deadlineOf } from '~/safeguards/lawfulness/deadlines'
import { holidaysOf } from '~/safeguards/lawfulness/holidays'
import type { LocalDate } from '~/safeguards/lawfulness/working-days'
import type { Town } from '../town/town.server'

/** Where somebody goes who does not agree, and the last day on which they can. */
export type Redress = { body: string; address: string; termDays: number; until: LocalDate }

/** What the town offers against a decision of this moment. A last day that falls on a day off runs on to the next working day. */
export function redressOf(
  { settings, country, timezone }: Pick<Town, 'settings' | 'country' | 'timezone'>,
  now: Date,
): Redress {
  const { body, address, termDays } = settings.redress
  const rule = { regime: 'statutory', days: termDays, dayKind: 'calendar', source: 'town.settings.redress' } as const
  const { dueOn } = deadlineOf({ rule, receivedAt: now, timezone, isHoliday: holidaysOf(country) }, now)
  return { body, address, termDays, until: dueOn }
}
