import { titleOf } from '~/interactions/issues/issue.input'
import { IssueRow, IssueRows } from '../issue-row'
import { RelativeTime } from '../relative-time'
import { useWords } from '../words'
import { type StatusFacts, StatusSign, StatusWords, stateOf, toneOf } from './status'

/** What a list shows of an issue. */
export type ListedIssue = StatusFacts & {
  ref: string
  category: string
  place: string
  area: string | null
  reportCount: number
}

/** Issues one under the other: what and where, how many people, since when, and where the town stands with it. */
export function IssueList({ issues, now }: { issues: readonly ListedIssue[]; now: Date | string }) {
  return (
    <IssueRows>
      {issues.map((issue) => (
        <ListedRow key={issue.ref} issue={issue} now={now} />
      ))}
    </IssueRows>
  )
}

function ListedRow({ issue, now }: { issue: ListedIssue; now: Date | string }) {
  const t = useWords()
  const state = stateOf(issue, now)
  return (
    <IssueRow
      to={`/issues/${issue.ref}`}
      sign={<StatusSign state={state} />}
      title={<bdi>{titleOf(t, issue)}</bdi>}
      about={
        <>
          {issue.area && (
            <>
              <bdi>{issue.area}</bdi> ·{' '}
            </>
          )}
          {t('issue.people.short', { count: issue.reportCount })} · <RelativeTime at={issue.reportedAt} now={now} />
        </>
      }
      state={<StatusWords issue={issue} now={now} />}
      tone={toneOf[state]}
    />
  )
}
