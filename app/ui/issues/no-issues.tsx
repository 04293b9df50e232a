import { Link } from '@remix-run/react'
import { addressWith, changed, type IssueFilters, isNarrowed } from '~/interactions/issues/issue-filters-address.input'
import { Empty } from '../empty'
import { useWords } from '../words'

/** Nothing fits: says what to try next, nearest first, and how to report what is missing. */
export function NoIssues({ pathname, filters }: { pathname: string; filters: IssueFilters }) {
  const t = useWords()
  const { near, q } = filters
  const wider = near && near.radiusM < 5000 ? Math.min(5000, near.radiusM * 2) : null
  return (
    <Empty title={isNarrowed(filters) ? t('home.empty.title') : t('home.empty.town')}>
      {q && <p>{t('home.empty.words')}</p>}
      {near && wider && (
        <p>
          {t('home.empty.near')}{' '}
          <Link to={addressWith(pathname, changed(filters, { near: { ...near, radiusM: wider } }))}>
            {t('home.empty.wider', { metres: wider })}
          </Link>
        </p>
      )}
      {isNarrowed(filters) && (
        <p>
          {t('home.empty.filters')} <Link to={pathname}>{t('home.filter.clear')}</Link>
        </p>
      )}
      <p>
        {t('home.empty.report')} <Link to="/issues/new">{t('home.empty.report.link')}</Link>
      </p>
    </Empty>
  )
}
