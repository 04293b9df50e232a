import { addDays, dateOf, type IsHoliday, type LocalDate, weekdayOf } from './working-days'

/** A day on which the town's offices do not work by law, with the key of its name. */
export type Holiday = { date: LocalDate; name: string }

type Rule = (year: number) => Holiday[]
const [sunday, monday, thursday, saturday] = [0, 1, 4, 6]

/**
 * Federal holidays of the United States, on the day they are observed (5 U.S.C. 6103: Saturday moves to the Friday before,
 * Sunday to the Monday after). The first of January can so fall in the old year.
 */
const unitedStates: Rule = (year) =>
  [
    ...fixedInUnitedStates(year),
    ...fixedInUnitedStates(year + 1),
    ...(year >= 1986 ? [{ date: nthWeekday(year, 1, monday, 3), name: 'martin-luther-king' }] : []),
    { date: nthWeekday(year, 2, monday, 3), name: 'washington' },
    { date: lastMondayOfMay(year), name: 'memorial' },
    { date: nthWeekday(year, 9, monday, 1), name: 'labor' },
    { date: nthWeekday(year, 10, monday, 2), name: 'columbus' },
    { date: nthWeekday(year, 11, thursday, 4), name: 'thanksgiving' },
  ].filter(({ date }) => date.startsWith(`${year}-`))

const fixedInUnitedStates = (year: number): Holiday[] =>
  [
    { date: dateOf(year, 1, 1), name: 'new-year' },
    ...(year >= 2021 ? [{ date: dateOf(year, 6, 19), name: 'juneteenth' }] : []),
    { date: dateOf(year, 7, 4), name: 'independence' },
    { date: dateOf(year, 11, 11), name: 'veterans' },
    { date: dateOf(year, 12, 25), name: 'christmas' },
  ].map(({ date, name }) => ({ date: observed(date), name }))

function observed(date: LocalDate): LocalDate {
  const weekday = weekdayOf(date)
  return weekday === saturday ? addDays(date, -1) : weekday === sunday ? addDays(date, 1) : date
}

/**
 * Days that the Algemene termijnenwet counts as holidays (article 3, first and second paragraph). Days that a royal decree
 * adds for one year (third paragraph) are not computable: a town adds them to its own list.
 */
const netherlands: Rule = (year) => {
  const easter = easterSunday(year)
  return [
    { date: dateOf(year, 1, 1), name: 'new-year' },
    { date: addDays(easter, -2), name: 'good-friday' },
    { date: addDays(easter, 1), name: 'easter-monday' },
    { date: sovereignsBirthday(year), name: 'kings-day' },
    { date: dateOf(year, 5, 5), name: 'liberation' },
    { date: addDays(easter, 39), name: 'ascension' },
    { date: addDays(easter, 50), name: 'whit-monday' },
    { date: dateOf(year, 12, 25), name: 'christmas' },
    { date: dateOf(year, 12, 26), name: 'boxing' },
  ]
}

// 27 April since 2014, 30 April before; on a Sunday it is kept the day before.
function sovereignsBirthday(year: number): LocalDate {
  const day = dateOf(year, 4, year >= 2014 ? 27 : 30)
  return weekdayOf(day) === sunday ? addDays(day, -1) : day
}

const rules: Record<string, Rule | undefined> = { US: unitedStates, NL: netherlands }
const known = new Map<string, readonly Holiday[]>()

/** The holidays of a country in a year, in order. A country that we have no rule for has an empty list, and the town adds its own. */
export function holidaysIn(country: string, year: number): readonly Holiday[] {
  const key = `${country} ${year}`
  let list = known.get(key)
  if (!list) {
    const rule = Object.hasOwn(rules, country) ? rules[country] : undefined
    list = (rule?.(year) ?? []).sort((a, b) => (a.date < b.date ? -1 : 1))
    known.set(key, list)
  }
  return list
}

/** Asks by country and by the extra days that the town lists itself. */
export function holidaysOf(country: string, extra: readonly LocalDate[] = []): IsHoliday {
  const ownDays = new Set(extra)
  return (date) => ownDays.has(date) || holidaysIn(country, Number(date.slice(0, 4))).some((day) => day.date === date)
}

/** Easter Sunday in the Gregorian calendar (the anonymous computus, as Meeus prints it). */
export function easterSunday(year: number): LocalDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const days = h + l - 7 * m + 114
  return dateOf(year, Math.floor(days / 31), (days % 31) + 1)
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): LocalDate {
  const first = dateOf(year, month, 1)
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7)
}

const lastMondayOfMay = (year: number) => addDays(dateOf(year, 5, 31), -((weekdayOf(dateOf(year, 5, 31)) + 6) % 7))
