import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { addressWith, changed, type IssueFilters } from '~/interactions/issues/issue-filters-address.input'
import { LinkButton } from '../button'
import { useWords } from '../words'

/** Where the reader is put when what they pressed goes away. */
export const listHeadId = 'list-head'

export type Total = { count: number; isMore: boolean }

/** How many there are, in the town or on a part of its map. Said again to screen readers when a filter or the map changes it. */
export function ListHead({ total, isPart, children }: { total: Total; isPart: boolean; children?: ReactNode }) {
  const t = useWords()
  const words = isPart ? 'issue.count.here' : 'issue.count'
  return (
    <div className="list-head">
      <h2 id={listHeadId} tabIndex={-1}>
        <span role="status">{t(words, { count: total.count, isMore: total.isMore ? 'yes' : 'no' })}</span>
      </h2>
      {children}
    </div>
  )
}

type ListPagesProps = { pathname: string; filters: IssueFilters; next: string | null; rowsAPage: number }

/** On through the list, and back to its beginning. A page begins where the one before ended, so nothing shows twice. */
export function ListPages({ pathname, filters, next, rowsAPage }: ListPagesProps) {
  const t = useWords()
  if (!next && !filters.after) return null
  return (
    <nav className="pager" aria-label={t('common.pager.label')}>
      {filters.after && (
        <Link className="pager-first" to={addressWith(pathname, changed(filters, {}))}>
          {t('home.first')}
        </Link>
      )}
      {next && (
        <LinkButton to={addressWith(pathname, { ...filters, after: next })} weight="secondary" rel="next">
          {t('home.next', { count: rowsAPage })}
        </LinkButton>
      )}
    </nav>
  )
}
