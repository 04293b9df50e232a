import { Form, Link, useNavigate } from '@remix-run/react'
import { useState } from 'react'
import { addressWith, changed, type IssueFilters } from '~/interactions/issues/issue-filters-address.input'
import { Button } from '../button'
import { HiddenFields } from '../hidden-fields'
import { Pictogram } from '../pictogram'
import { useLater } from '../use-later'
import { useWords } from '../words'

type IssueSearchProps = { pathname: string; filters: IssueFilters }

const placeSuggestions = () => import('../places/place-suggestions').then(({ PlaceSuggestions }) => PlaceSuggestions)

/**
 * One box for everything a person may remember: a street, a crossing, a word for the problem, or a reference. With scripts
 * places are offered while somebody types; the one they choose leads where its link among the found places leads.
 */
export function IssueSearch({ pathname, filters }: IssueSearchProps) {
  const t = useWords()
  const { state, category, area, period, from, to, sort } = filters
  const navigate = useNavigate()
  const [input, setInput] = useState<HTMLInputElement | null>(null)
  const Suggestions = useLater(placeSuggestions)
  return (
    <Form method="get" action={pathname} className="search" role="search">
      <label className="label" htmlFor="q">
        {t('home.search.label')}
      </label>
      <div className="search-line">
        {/* The key makes the box follow the address when a link changes it. */}
        <div className="search-box">
          <input
            key={filters.q}
            ref={setInput}
            className="input"
            id="q"
            name="q"
            type="search"
            dir="auto"
            maxLength={100}
            defaultValue={filters.q}
            autoComplete="off"
          />
          {Suggestions && input && (
            <Suggestions input={input} onChoose={(place) => navigate(aroundPlace(pathname, filters, place))} />
          )}
        </div>
        <Button weight="secondary">{t('home.search.button')}</Button>
      </div>
      <HiddenFields
        fields={{
          state,
          category,
          area,
          period: period === 'all' ? null : period,
          from,
          to,
          sort: sort === 'newest' ? null : sort,
        }}
      />
    </Form>
  )
}

type FoundPlace = { id: number; name: string; areaName: string | null; lat: number; lng: number }

/** Streets and crossings that are called what was typed: one press leads to the issues around them. */
export function FoundPlaces({ pathname, filters, places }: IssueSearchProps & { places: readonly FoundPlace[] }) {
  const t = useWords()
  if (places.length === 0) return null
  return (
    <nav className="found-places" aria-label={t('home.places')}>
      <ul className="chips">
        {places.map(({ id, name, areaName, lat, lng }) => (
          <li key={id}>
            <Link className="chip" to={aroundPlace(pathname, filters, { lat, lng })}>
              <Pictogram name="pin" size="small" />
              <bdi>{t('home.places.near', { place: areaName ? `${name}, ${areaName}` : name })}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

// The issues around a place, with the other filters as they are; wherever the map was before, it looks there.
const aroundPlace = (pathname: string, filters: IssueFilters, { lat, lng }: Pick<FoundPlace, 'lat' | 'lng'>) =>
  addressWith(pathname, changed(filters, { q: '', box: null, near: { lat, lng, radiusM: 500 } }))
