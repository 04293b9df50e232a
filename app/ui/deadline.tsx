import { calendarDays, fullDate } from './dates'
import { useWords } from './words'

type Moment = Date | string

/** Until when, as people say it: "answer by 2 December", "answer due today", "answer overdue by 6 days". */
export function Deadline({ due, now }: { due: Moment; now: Moment }) {
  const t = useWords()
  const [end, present] = [new Date(due), new Date(now)]
  const place = { locale: t.intl.locale, timezone: t.timezone }
  const days = calendarDays(end, present, t.timezone)
  const date = fullDate(end, place, present)
  const words =
    days > 0
      ? t('common.deadline.overdue', { days })
      : days === 0
        ? t('common.deadline.today')
        : t('common.deadline.by', { date })
  return (
    <time dateTime={end.toISOString()} title={fullDate(end, place)} suppressHydrationWarning>
      {words}
    </time>
  )
}
