import { Link } from '@remix-run/react'
import { titleOf } from '~/interactions/issues/issue.input'
import { StillMap } from '~/map/still-map'
import { LinkButton } from '../button'
import { type StatusFacts, StatusSign, StatusWords, stateOf, toneOf } from '../issues/status'
import { useTown } from '../town'
import { useWords } from '../words'

export type NearbyIssue = StatusFacts & {
  ref: string
  category: string
  place: string
  lat: number
  lng: number
  metres: number
  reportCount: number
}

type NearbyIssuesProps = { at: { lat: number; lng: number }; issues: readonly NearbyIssue[] }

/** Open issues around the place, nearest first, on a map and in a list that says the same. */
export function NearbyIssues({ at, issues }: NearbyIssuesProps) {
  const t = useWords()
  const { now } = useTown()
  const pins = issues.map((issue) => ({ lat: issue.lat, lng: issue.lng, state: stateOf(issue, now) }))
  return (
    <div className="nearby">
      <StillMap {...at} zoom={17} size="page" state="here" pins={pins} alt={t('report.nearby.map')} isLazy={false} />
      <ul className="rows">
        {issues.map((issue) => (
          <NearbyRow key={issue.ref} issue={issue} now={now} />
        ))}
      </ul>
    </div>
  )
}

function NearbyRow({ issue, now }: { issue: NearbyIssue; now: string }) {
  const t = useWords()
  const { ref, category, place, metres, reportCount } = issue
  const state = stateOf(issue, now)
  const away = Math.round(metres / 5) * 5
  return (
    <li>
      <span className="rows-sign">
        <StatusSign state={state} />
      </span>
      <div className="nearby-row">
        <div>
          <Link className="rows-title" to={`/issues/${ref}`} target="_blank">
            <bdi>{titleOf(t, { category, place })}</bdi>
          </Link>
          <p className="muted rows-small">
            {away === 0 ? t('report.nearby.here') : t('report.nearby.away', { metres: away })} ·{' '}
            {t('issue.people', { count: reportCount })}
          </p>
          <p className={`rows-state tone-${toneOf[state]}`}>
            <StatusWords issue={issue} now={now} />
          </p>
        </div>
        <LinkButton
          to={`/issues/${ref}/me-too?from=report`}
          weight="secondary"
          aria-label={t('report.nearby.this.which', { ref })}
        >
          {t('report.nearby.this')}
        </LinkButton>
      </div>
    </li>
  )
}
