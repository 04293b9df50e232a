import { Link } from '@remix-run/react'
import { addressWith } from '~/interactions/issues/issue-filters-address.input'
import { StillMap } from '~/map/still-map'
import { useWords } from '../words'
import type { PublicIssue } from './issue-page'
import { stateOf } from './status'

/** Where it is: a drawn map with its sign, which needs no script and prints. */
export function IssueWhere({ issue }: { issue: PublicIssue }) {
  const t = useWords()
  const { lat, lng, place, ref, now } = issue
  if (lat === null || lng === null) return <p className="muted small">{t('story.where.none')}</p>
  const around = addressWith('/issues', { near: { lat, lng, radiusM: 500 } })
  return (
    <>
      <StillMap
        lat={lat}
        lng={lng}
        size="card"
        alt={t('story.where.map', { place: place || ref })}
        state={stateOf(issue, now)}
        isLazy={false}
      />
      <p className="small no-print">
        <Link to={around}>{t('story.where.around')}</Link>
      </p>
    </>
  )
}
