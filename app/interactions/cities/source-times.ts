export type DateOrder = 'iso' | 'month-first' | 'day-first'

const plainInstant =
  /^(19[7-9]\d|20\d\d)-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-][01]\d:[0-5]\d)$/
const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/
const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AP]M)?)?$/i

/**
 * The instant that a source means. Without an offset it is local time in the town, where an hour that the clocks skip or
 * repeat takes the offset from before. Null when it is not a date that exists.
 */
export function instantFrom(text: string, order: DateOrder, timezone: string): Date | null {
  const found = text.trim()
  // What most rows say needs no calendar: every month has a 28th.
  if (plainInstant.test(found)) return new Date(found)
  const parts = partsOf(found, order)
  if (!parts) return null
  const { year, month, day, hour, minute, second, offset } = parts
  const utc = Date.UTC(year, month - 1, day, hour, minute, second)
  const check = new Date(utc)
  const isReal =
    check.getUTCMonth() === month - 1 && check.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
  if (!isReal || year < 1970 || year > 2200) return null
  return new Date(utc - (offset ?? offsetAt(utc, timezone)) * 60_000)
}

function partsOf(text: string, order: DateOrder) {
  const plain = iso.exec(text)
  if (plain) {
    const [, year, month, day, hour = '0', minute = '0', second = '0', zone] = plain
    return { ...numbers({ year, month, day, hour, minute, second }), offset: zone ? offsetOf(zone) : null }
  }
  const local = order === 'iso' ? null : slashed.exec(text)
  if (!local) return null
  const [, first, other, year, hour = '0', minute = '0', second = '0', half] = local
  const [month, day] = order === 'month-first' ? [first, other] : [other, first]
  const read = numbers({ year, month, day, hour, minute, second })
  // 12:05 AM is five past midnight.
  const halved = half ? (read.hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0) : read.hour
  return { ...read, hour: halved, offset: null }
}

const numbers = <Name extends string>(texts: Record<Name, string | undefined>) =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, Number(text)])) as Record<Name, number>

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))]
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

// Minutes that the town is ahead of UTC when its clocks show this time. Asked for the day before, so that a change of the
// clocks in the next hours is not yet made, and once more with the answer.
function offsetAt(local: number, timezone: string): number {
  const before = minutesAhead(local - 86_400_000, timezone)
  const at = minutesAhead(local - before * 60_000, timezone)
  return at === before || minutesAhead(local - at * 60_000, timezone) === at ? at : before
}

function minutesAhead(instant: number, timezone: string): number {
  let clock = clocks.get(timezone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    clocks.set(timezone, clock)
  }
  const shown = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = shown
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - instant) / 60_000)
}
