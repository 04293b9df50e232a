import type { ReactNode } from 'react'
import { fullDate } from '../dates'
import { type Moment, Timeline } from '../timeline'
import { When } from '../when'
import { type Translate, useWords } from '../words'
import { FirstReport } from './first-report'
import type { PublicIssue, PublicUpdate } from './issue-page'
import { IssuePhotos } from './issue-photos'
import { Told } from './quoted'
import { isClosed, lastMomentOf, stateOf } from './status'
import { TownDecision } from './town-decision'

/** The story of an issue, oldest first: who reported it, what the town wrote, planned and decided, and what comes next. */
export function IssueStory({ issue }: { issue: PublicIssue }) {
  const t = useWords()
  const { updates, now } = issue
  const moments: Moment[] = [
    reported(issue, t),
    ...updates.map((update) => ({
      id: `update-${update.id}`,
      title: titleOfUpdate(update, t),
      by: <By at={update.publishedAt} now={now} who={byOf(update, t)} />,
      children: <UpdateBody update={update} now={now} />,
    })),
    ...endOf(issue, t),
  ]
  return <Timeline moments={moments} />
}

function reported(issue: PublicIssue, t: Translate): Moment {
  const [first, ...others] = issue.channels.map(({ channel }) => t(`story.channel.${channel}`))
  const how = first && t('story.channels', { count: issue.channels.length, first, others: t.intl.formatList(others) })
  return {
    id: 'reported',
    title: t('story.reported', { count: issue.reportCount }),
    by: <By at={issue.reportedAt} now={issue.now} who={how} />,
    children: <FirstReport issue={issue} />,
  }
}

function titleOfUpdate({ kind, decision }: PublicUpdate, t: Translate): string {
  return decision ? t(`story.decision.${decision.outcome}`) : t(`story.kind.${kind}`)
}

const byOf = ({ decision, authorTitle }: PublicUpdate, t: Translate) =>
  decision ? `${decision.title}, ${t('story.decision.mandate', { id: decision.mandateId })}` : authorTitle

function UpdateBody({ update, now }: { update: PublicUpdate; now: Date | string }) {
  const t = useWords()
  const { text, language, plannedFor, photos, decision } = update
  const place = { locale: t.intl.locale, timezone: 'UTC' }
  return (
    <>
      {plannedFor && (
        <p>
          <strong>{t('story.kind.planned.for', { date: fullDate(new Date(plannedFor), place, new Date(now)) })}</strong>
        </p>
      )}
      {/* What a decision says in its reasons need not be said twice. */}
      {text !== decision?.reasons && <Told text={text} language={language} />}
      {decision && <TownDecision decision={decision} language={language} now={now} />}
      <IssuePhotos photos={photos} alt={t('story.photo.town')} />
    </>
  )
}

/** When, and who by role; never by name. */
function By({ at, now, who }: { at: Date | string; now: Date | string; who?: ReactNode }) {
  return (
    <>
      <When at={at} now={now} />
      {who && <> · {who}</>}
    </>
  )
}

// What an imported issue ended with, or what an open one waits for.
function endOf(issue: PublicIssue, t: Translate): Moment[] {
  const { closedAt, dueAt, now, originOutcome, updates } = issue
  if (closedAt && !updates.some(({ decision }) => decision)) {
    const why = originOutcome
      ? t('story.origin.closed.why', { outcome: originOutcome })
      : t('story.origin.closed.no-outcome')
    return [
      { id: 'closed', title: t('story.origin.closed'), by: <By at={closedAt} now={now} />, children: <p>{why}</p> },
    ]
  }
  const state = stateOf(issue, now)
  if (isClosed(state) || !dueAt || state === 'waiting') return []
  const place = { locale: t.intl.locale, timezone: t.timezone }
  const date = fullDate(lastMomentOf(dueAt), place, new Date(now))
  const by = state === 'overdue' ? t('story.coming.overdue', { date }) : t('story.coming.by', { date })
  return [{ id: 'coming', title: t('story.coming.answer'), by, isComing: true }]
}
