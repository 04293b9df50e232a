import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DeadlineFacts, type DeadlineRule, deadlineOf, deadlineState } from './deadlines'
import { holidaysOf } from './holidays'
import { addDays, isWorkingDay } from './working-days'

const amsterdam = 'Europe/Amsterdam'
const eightWeeks: DeadlineRule = { regime: 'statutory', days: 56, dayKind: 'calendar', source: 'Awb 4:13' }
const twentyDays: DeadlineRule = { regime: 'service_standard', days: 20, dayKind: 'working', source: 'town standard' }
const noon = (date: string) => new Date(`${date}T11:00:00Z`)
const facts = (changed: Partial<DeadlineFacts> = {}): DeadlineFacts => ({
  rule: eightWeeks,
  receivedAt: noon('2026-01-05'),
  timezone: amsterdam,
  isHoliday: holidaysOf('NL'),
  ...changed,
})
const dueOn = (changed: Partial<DeadlineFacts>, now = noon('2026-06-01')) => deadlineOf(facts(changed), now).dueOn

test('an application of 5 January is decided by 2 March, and ten days later when it had to be completed', () => {
  expect(dueOn({})).toBe('2026-03-02')
  const suspensions = [{ from: noon('2026-01-20'), until: noon('2026-01-30'), reason: 'incomplete' }]
  expect(dueOn({ suspensions })).toBe('2026-03-12')
})

test('twenty working days over Easter', () => {
  const changed = { rule: twentyDays, receivedAt: noon('2026-03-23') }
  expect(dueOn({ ...changed, isHoliday: () => false })).toBe('2026-04-20')
  expect(dueOn(changed)).toBe('2026-04-22')
  // Boston works on Good Friday and Easter Monday.
  expect(dueOn({ ...changed, isHoliday: holidaysOf('US') })).toBe('2026-04-20')
})

test('a term set by law that ends on a day off runs on; a promise of the town does not', () => {
  const tenDays = { ...eightWeeks, days: 10 }
  expect(dueOn({ rule: tenDays, receivedAt: noon('2026-03-24') })).toBe('2026-04-07')
  expect(dueOn({ rule: { ...tenDays, regime: 'service_standard' }, receivedAt: noon('2026-03-24') })).toBe('2026-04-03')
})

test('a term runs on over the end of the year', () => {
  expect(dueOn({ rule: { ...twentyDays, days: 5 }, receivedAt: noon('2026-12-23') })).toBe('2026-12-31')
  expect(dueOn({ rule: { ...twentyDays, days: 6 }, receivedAt: noon('2026-12-23') })).toBe('2027-01-04')
})

test('a report late in the evening counts for the day it is in the town, not in Greenwich', () => {
  const rule = { ...twentyDays, days: 1 }
  const receivedAt = new Date('2026-03-03T03:30:00Z')
  expect(dueOn({ rule, receivedAt, timezone: 'America/New_York' })).toBe('2026-03-03')
  expect(dueOn({ rule, receivedAt, timezone: amsterdam })).toBe('2026-03-04')
})

test('the last day ends at midnight in the town, also when the clocks change in between', () => {
  const rule = { ...eightWeeks, days: 7, regime: 'service_standard' as const }
  const spring = deadlineOf(facts({ rule, receivedAt: noon('2026-03-24') }), noon('2026-03-25'))
  expect([spring.dueOn, spring.dueAt.toISOString()]).toEqual(['2026-03-31', '2026-03-31T22:00:00.000Z'])
  const autumn = deadlineOf(facts({ rule, receivedAt: noon('2026-10-20') }), noon('2026-10-21'))
  expect([autumn.dueOn, autumn.dueAt.toISOString()]).toEqual(['2026-10-27', '2026-10-27T23:00:00.000Z'])
})

test('two questions at once stop the clock once, and a question after the last day does not stop it at all', () => {
  const stop = (from: string, until: string | null) => ({
    from: noon(from),
    until: until === null ? null : noon(until),
    reason: 'question',
  })
  expect(dueOn({ suspensions: [stop('2026-01-20', '2026-01-30'), stop('2026-01-25', '2026-01-28')] })).toBe(
    '2026-03-12',
  )
  expect(dueOn({ suspensions: [stop('2026-01-25', '2026-01-30'), stop('2026-01-20', '2026-01-25')] })).toBe(
    '2026-03-12',
  )
  expect(dueOn({ suspensions: [stop('2026-03-03', '2026-03-30')] })).toBe('2026-03-02')
  expect(dueOn({ suspensions: [stop('2026-03-02', '2026-03-04')] })).toBe('2026-03-04')
  expect(
    dueOn({ rule: twentyDays, receivedAt: noon('2026-03-02'), suspensions: [stop('2026-03-06', '2026-03-09')] }),
  ).toBe('2026-03-31')
})

test('a clock that stands still moves the last day along', () => {
  const suspensions = [{ from: noon('2026-01-20'), until: null, reason: 'question' }]
  const deadline = deadlineOf(facts({ suspensions }), noon('2026-01-25'))
  expect(deadline).toMatchObject({ dueOn: '2026-03-09', isSuspended: true })
  expect(deadlineState(deadline, noon('2026-01-25'), amsterdam)).toEqual({ state: 'suspended' })
})

test('more time counts when the resident was told in time, and not a day later', () => {
  const more = (toldAt: string) => [{ days: 14, toldAt: noon(toldAt), reason: 'soil research' }]
  expect(dueOn({ extensions: more('2026-03-02') })).toBe('2026-03-16')
  expect(dueOn({ extensions: more('2026-03-03') })).toBe('2026-03-02')
  expect(dueOn({ extensions: more('2026-01-04') })).toBe('2026-03-02')
  expect(dueOn({ extensions: [...more('2026-03-10'), ...more('2026-03-01')] })).toBe('2026-03-30')
})

test('a case is in time, then nearly late, then late by so many days', () => {
  const rule = { ...eightWeeks, days: 20, regime: 'service_standard' as const }
  const stateOn = (at: string) => {
    const deadline = deadlineOf(facts({ rule, receivedAt: noon('2026-03-02') }), new Date(at))
    return deadlineState(deadline, new Date(at), amsterdam)
  }
  expect(stateOn('2026-03-02T11:00:00Z')).toEqual({ state: 'on-time', daysLeft: 20 })
  expect(stateOn('2026-03-16T22:59:59Z')).toEqual({ state: 'on-time', daysLeft: 6 })
  expect(stateOn('2026-03-16T23:00:00Z')).toEqual({ state: 'warn', daysLeft: 5 })
  expect(stateOn('2026-03-22T22:59:59Z')).toEqual({ state: 'warn', daysLeft: 0 })
  expect(stateOn('2026-03-22T23:00:00Z')).toEqual({ state: 'overdue', days: 1 })
  expect(stateOn('2026-03-28T11:00:00Z')).toEqual({ state: 'overdue', days: 6 })
})

test('a rule without days is a mistake, not a deadline of today', () => {
  expect(() => dueOn({ rule: { ...twentyDays, days: 0 } })).toThrow('one day or more')
  expect(() => dueOn({ rule: { ...twentyDays, days: 2.5 } })).toThrow('one day or more')
})

test('waiting and asking for more time never make the last day come sooner, and a statutory term never ends on a day off', () => {
  const offset = fc.integer({ min: 0, max: 60 })
  const span = fc.tuple(offset, fc.integer({ min: 0, max: 30 }))
  fc.assert(
    fc.property(
      fc.constantFrom('statutory' as const, 'service_standard' as const),
      fc.constantFrom('calendar' as const, 'working' as const),
      fc.integer({ min: 1, max: 80 }),
      fc.integer({ min: 0, max: 1500 }),
      fc.array(span, { maxLength: 4 }),
      fc.array(fc.tuple(offset, fc.integer({ min: 1, max: 30 })), { maxLength: 2 }),
      (regime, dayKind, days, start, stops, more) => {
        const received = addDays('2024-01-01', start)
        const at = (n: number) => noon(addDays(received, n))
        const base = { rule: { regime, dayKind, days, source: 'test' }, receivedAt: noon(received) }
        const suspensions = stops.map(([from, length]) => ({
          from: at(from),
          until: at(from + length),
          reason: 'test',
        }))
        const extensions = more.map(([told, extra]) => ({ days: extra, toldAt: at(told), reason: 'test' }))
        const now = at(400)
        const plain = dueOn(base, now)
        const stopped = dueOn({ ...base, suspensions }, now)
        const longest = dueOn({ ...base, suspensions, extensions }, now)
        expect(plain > received).toBe(true)
        expect(stopped >= plain).toBe(true)
        expect(longest >= stopped).toBe(true)
        if (regime === 'statutory') expect(isWorkingDay(longest, holidaysOf('NL'))).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})
