import { titleOf } from '~/interactions/issues/issue.input'
import { PageTitle } from '../page-title'
import { Pill } from '../pill'
import { useWords } from '../words'
import type { PublicIssue } from './issue-page'
import { StatusSign, StatusWords, stateOf, toneOf } from './status'

/** What it is, where, how many people report it, and where the town stands with it now. */
export function IssueHead({ issue }: { issue: PublicIssue }) {
  const t = useWords()
  const { category, place, area, ref, reportCount, updates, now } = issue
  const state = stateOf(issue, now)
  const plannedFor = updates.reduce<string | null>((latest, update) => update.plannedFor ?? latest, null)
  // The title names the kind already; where there is no place, the kind is all it says.
  const about = [area, ref, t('issue.people', { count: reportCount })].filter((one) => one !== null)
  return (
    <header>
      <PageTitle title={titleOf(t, { category, place })} back={{ to: '/', label: t('story.back') }}>
        <p className="issue-about">
          {about.map((one, at) => (
            <span key={one}>
              {at > 0 && ' · '}
              <bdi>{one}</bdi>
            </span>
          ))}
        </p>
      </PageTitle>
      <p className="issue-state">
        <Pill sign={<StatusSign state={state} />} tone={toneOf[state]}>
          <StatusWords issue={{ ...issue, plannedFor }} now={now} />
        </Pill>
      </p>
    </header>
  )
}
