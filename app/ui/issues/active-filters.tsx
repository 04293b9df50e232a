import { Link } from '@remix-run/react'
import { addressWith, changed, type IssueFilters, noFilters } from '~/interactions/issues/issue-filters-address.input'
import { fullDate } from '../dates'
import { Pictogram } from '../pictogram'
import { type Translate, useWords } from '../words'
import { listHeadId } from './list-head'

type Names = { category: ReadonlyMap<string, string>; area: ReadonlyMap<string, string> }
type Active = { label: string; without: Partial<IssueFilters> }

/** What narrows this list, each with a way to take it away, and a way to take away all. */
export function ActiveFilters({ pathname, filters, names }: { pathname: string; filters: IssueFilters; names: Names }) {
  const t = useWords()
  const active = activeIn(filters, names, t)
  if (active.length === 0) return null
  return (
    <nav aria-label={t('home.filter.active')} className="active-filters">
      <ul className="chips">
        {active.map(({ label, without }) => (
          <li key={label}>
            <Link
              className="chip chip-off"
              preventScrollReset
              onClick={toListHead}
              to={addressWith(pathname, changed(filters, without))}
              aria-label={t('home.filter.take-away', { filter: label })}
            >
              <bdi>{label}</bdi>
              <Pictogram name="cross" size="small" />
            </Link>
          </li>
        ))}
        {active.length > 1 && (
          <li>
            <Link
              className="chip-all"
              onClick={toListHead}
              to={addressWith(pathname, { ...noFilters, sort: filters.sort })}
            >
              {t('home.filter.clear')}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  )
}

// The chip goes with the filter; a keyboard left on it would start again at the top of the page.
const toListHead = () => document.getElementById(listHeadId)?.focus({ preventScroll: true })

function activeIn(filters: IssueFilters, names: Names, t: Translate): Active[] {
  const { q, state, category, area, period, from, to, near, box } = filters
  const day = (date: string) => fullDate(new Date(date), { locale: t.intl.locale, timezone: 'UTC' })
  const without = <Word,>(words: readonly Word[], word: Word) => words.filter((one) => one !== word)
  const given: (Active | false | null | '')[] = [
    q !== '' && { label: t('home.filter.words', { words: q }), without: { q: '' } },
    ...state.map((one) => ({ label: t(`home.state.${one}`), without: { state: without(state, one) } })),
    ...category.map((one) => ({
      label: names.category.get(one) ?? one,
      without: { category: without(category, one) },
    })),
    ...area.map((one) => ({ label: names.area.get(one) ?? one, without: { area: without(area, one) } })),
    period !== 'all' && { label: t(`home.filter.period.${period}`), without: { period: 'all' } },
    from && { label: t('home.filter.since', { date: day(from) }), without: { from: null } },
    to && { label: t('home.filter.until', { date: day(to) }), without: { to: null } },
    near && { label: t('home.filter.near', { metres: near.radiusM }), without: { near: null } },
    box && { label: t('home.filter.box'), without: { box: null } },
  ]
  return given.filter((one) => one !== false && one !== null && one !== '')
}
