import { fullDate, sinceWords } from './dates'
import { useWords } from './words'

type Moment = Date | string

/** "yesterday", "5 weeks ago", with the full date one hover or one reading further. `now` comes from the loader. */
export function RelativeTime({ at, now }: { at: Moment; now: Moment }) {
  const t = useWords()
  const moment = new Date(at)
  const place = { locale: t.intl.locale, timezone: t.timezone }
  return (
    <time dateTime={moment.toISOString()} title={fullDate(moment, place, undefined, true)} suppressHydrationWarning>
      {sinceWords(moment, new Date(now), place)}
    </time>
  )
}
