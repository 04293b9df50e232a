import { type IssueState, isClosed, lastMomentOf, stateOf } from '~/interactions/issues/issue.input'
import { calendarDays, fullDate } from '../dates'
import { useWords } from '../words'

export { type IssueState, isClosed, lastMomentOf, stateOf }

type Tone = 'info' | 'warn' | 'danger' | 'ok' | 'muted'

/** The colour of each state; the shape says the same for who does not see it. */
export const toneOf: Record<IssueState, Tone> = {
  open: 'info',
  'in-progress': 'warn',
  waiting: 'info',
  overdue: 'danger',
  resolved: 'ok',
  'not-resolved': 'ok',
}

/** The shape of each state in a square of 24. Outlines are drawn, the others filled: map, mail and print use the same ones. */
export const shapeOf: Record<IssueState, { d: string; isOutline?: true }> = {
  open: { d: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z' },
  'in-progress': { d: 'M7 4h10a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3z' },
  waiting: { d: 'M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14z', isOutline: true },
  overdue: { d: 'M12 3 22 20.5H2z' },
  resolved: { d: 'M12 2.5 21.5 12 12 21.5 2.5 12z' },
  'not-resolved': { d: 'M12 4.5 19.5 12 12 19.5 4.5 12z', isOutline: true },
}

type StatusSignProps = {
  state: IssueState
  /** Says the state to screen readers, where no words stand beside it. */
  isNamed?: boolean
}

/** The sign of a state: colour and shape, with its words beside it or, where there is no room, inside it. */
export function StatusSign({ state, isNamed }: StatusSignProps) {
  const t = useWords()
  const { d, isOutline } = shapeOf[state]
  return (
    <>
      <svg
        className={isOutline ? `status status-outline tone-${toneOf[state]}` : `status tone-${toneOf[state]}`}
        viewBox="0 0 24 24"
        width="20"
        height="20"
        aria-hidden="true"
        focusable="false"
      >
        <path d={d} />
      </svg>
      {isNamed && <span className="visually-hidden">{t(`issue.state.${state}`)}</span>}
    </>
  )
}

type Moment = Date | string
export type StatusFacts = {
  status: string
  dueAt: Moment | null
  closedAt: Moment | null
  reportedAt: Moment
  /** The day on which the town means to have done it, when it said so. */
  plannedFor?: Moment | null
}

/** Where the town stands, in words: "Received, answer by 2 December", "Answer overdue by 6 days", "Resolved in 2 days". */
export function StatusWords({ issue, now }: { issue: StatusFacts; now: Moment }) {
  const t = useWords()
  const place = { locale: t.intl.locale, timezone: t.timezone }
  const dayOf = (at: Moment, timezone = t.timezone) => fullDate(new Date(at), { ...place, timezone }, new Date(now))
  const state = stateOf(issue, now)
  if (issue.closedAt !== null && isClosed(state)) {
    const days = Math.max(0, calendarDays(new Date(issue.reportedAt), new Date(issue.closedAt), t.timezone))
    return <>{t(`issue.state.${state}.in-days`, { days })}</>
  }
  if (state === 'overdue' && issue.dueAt) {
    const lastDay = lastMomentOf(issue.dueAt)
    const days = calendarDays(lastDay, new Date(now), t.timezone)
    // Nobody counts in thousands of days.
    if (days > 60) return <>{t('issue.state.overdue.since', { date: dayOf(lastDay) })}</>
    return <>{t('issue.state.overdue.by', { days })}</>
  }
  // A planned day is a plain date, the same in every zone.
  if (state === 'in-progress' && issue.plannedFor) {
    return <>{t('issue.state.in-progress.planned', { date: dayOf(issue.plannedFor, 'UTC') })}</>
  }
  if (issue.dueAt && state !== 'waiting') {
    return <>{t(`issue.state.${state}.by`, { date: dayOf(lastMomentOf(issue.dueAt)) })}</>
  }
  return <>{t(`issue.state.${state}`)}</>
}
