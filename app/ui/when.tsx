import { fullDate } from './dates'
import { useWords } from './words'

type Moment = Date | string

type WhenProps = {
  at: Moment
  /** The loader's clock: dates of this year then leave the year out, on the server and in the browser alike. */
  now?: Moment
  withTime?: boolean
}

/** A date in full, in the town's own zone. */
export function When({ at, now, withTime }: WhenProps) {
  const t = useWords()
  const moment = new Date(at)
  const place = { locale: t.intl.locale, timezone: t.timezone }
  return (
    // A browser with other tables of dates than ours may write them otherwise; that is no reason to draw the page anew.
    <time dateTime={moment.toISOString()} suppressHydrationWarning>
      {fullDate(moment, place, now === undefined ? undefined : new Date(now), withTime)}
    </time>
  )
}
