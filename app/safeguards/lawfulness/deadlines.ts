import {
  addDays,
  addWorkingDays,
  daysBetween,
  type IsHoliday,
  type LocalDate,
  localDateOf,
  nextWorkingDay,
  startOfDay,
  workingDaysBetween,
} from './working-days'

/**
 * Within how many days the town answers. `statutory`: a law says so, and a term that ends on a day off runs on to the next
 * working day. `service_standard`: the town promised it. A rule is configuration, with the source it rests on.
 */
export type DeadlineRule = {
  regime: 'statutory' | 'service_standard'
  days: number
  dayKind: 'calendar' | 'working'
  source: string
}

/** The clock stands still, for instance from the question to a resident until the answer. Open when `until` is null. */
export type Suspension = { from: Date; until: Date | null; reason: string }

/** More time. Counts only when the resident was told before the time was up. */
export type Extension = { days: number; toldAt: Date; reason: string }

export type DeadlineFacts = {
  rule: DeadlineRule
  receivedAt: Date
  suspensions?: readonly Suspension[]
  extensions?: readonly Extension[]
  timezone: string
  isHoliday: IsHoliday
}

/** `dueOn` is the last day; `dueAt` is the instant at which that day is over. */
export type Deadline = { dueOn: LocalDate; dueAt: Date; warnAt: Date; isSuspended: boolean }

export type DeadlineState =
  | { state: 'on-time'; daysLeft: number }
  | { state: 'warn'; daysLeft: number }
  | { state: 'suspended' }
  | { state: 'overdue'; days: number }

// SAFEGUARDS L07: a warning when three quarters of the time is used.
const warnAfter = 0.75

/** The last day for an answer, as things stand at `now`. */
export function deadlineOf(facts: DeadlineFacts, now: Date): Deadline {
  const { rule, receivedAt, timezone, isHoliday, extensions = [] } = facts
  if (!Number.isInteger(rule.days) || rule.days < 1) throw new Error('A deadline has one day or more.')
  const received = localDateOf(receivedAt, timezone)
  const stops = merged(facts.suspensions ?? [], receivedAt, now, timezone)
  const told = [...extensions].sort((a, b) => a.toldAt.getTime() - b.toldAt.getTime())

  let days = rule.days
  let dueOn = lastDay(received, days, stops, facts)
  for (const { days: more, toldAt } of told) {
    // Told too late is not an extension: the day had passed.
    if (toldAt < receivedAt || localDateOf(toldAt, timezone) > dueOn) continue
    days += more
    dueOn = lastDay(received, days, stops, facts)
  }
  const isSuspended = (facts.suspensions ?? []).some(
    ({ from, until }) => from <= now && (!until || until > now) && localDateOf(from, timezone) <= dueOn,
  )
  const warnDays = Math.max(1, Math.ceil(days * warnAfter))
  const warnOn = lastDay(received, warnDays, stops, { rule: { ...rule, regime: 'service_standard' }, isHoliday })
  return { dueOn, dueAt: startOfDay(addDays(dueOn, 1), timezone), warnAt: startOfDay(warnOn, timezone), isSuspended }
}

/** Where a case stands: in time, nearly late, standing still, or late by so many days. */
export function deadlineState(deadline: Deadline, now: Date, timezone: string): DeadlineState {
  if (deadline.isSuspended) return { state: 'suspended' }
  const today = localDateOf(now, timezone)
  if (now >= deadline.dueAt) return { state: 'overdue', days: daysBetween(deadline.dueOn, today) }
  const daysLeft = daysBetween(today, deadline.dueOn)
  return now >= deadline.warnAt ? { state: 'warn', daysLeft } : { state: 'on-time', daysLeft }
}

type Stop = { from: LocalDate; until: LocalDate }

// Counts forward from the day of receipt, and makes up for each stop that began before the time was up.
function lastDay(
  received: LocalDate,
  days: number,
  stops: readonly Stop[],
  { rule, isHoliday }: Pick<DeadlineFacts, 'rule' | 'isHoliday'>,
) {
  const isWorking = rule.dayKind === 'working'
  const add = (date: LocalDate, n: number) => (isWorking ? addWorkingDays(date, n, isHoliday) : addDays(date, n))
  const end = (date: LocalDate) => (rule.regime === 'statutory' ? nextWorkingDay(date, isHoliday) : date)
  let due = add(received, days)
  for (const { from, until } of stops) {
    if (from > end(due)) break
    const stood = isWorking
      ? workingDaysBetween(addDays(from, -1), addDays(until, -1), isHoliday)
      : daysBetween(from, until)
    due = add(due, stood)
  }
  return end(due)
}

// Whole days, in order, without overlap: two questions to a resident at once stop the clock only once. A stop counts from
// the day it began up to, not including, the day it ended.
function merged(suspensions: readonly Suspension[], receivedAt: Date, now: Date, timezone: string): Stop[] {
  const stops = suspensions
    .map(({ from, until }) => ({
      from: localDateOf(from < receivedAt ? receivedAt : from, timezone),
      until: localDateOf(until && until < now ? until : now, timezone),
    }))
    .filter(({ from, until }) => from < until)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  const result: Stop[] = []
  for (const stop of stops) {
    const last = result.at(-1)
    if (!last || stop.from > last.until) result.push({ ...stop })
    else if (stop.until > last.until) last.until = stop.until
  }
  return result
}
