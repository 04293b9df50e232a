import { useLocation, useNavigate } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { filtersToParams, type IssueFilters } from '~/interactions/issues/issue-filters-address.input'
import { useTown } from '~/ui/town'
import { useWords } from '~/ui/words'
import type { Sight } from './issue-layer'
import type { IssueStage, openIssueStage } from './issue-stage'
import { MapButtons } from './map-buttons'
import { StillMap } from './still-map'
import { townView } from './town-view'
import { canLocate, useLocate } from './use-locate'

export type IssueMapProps = {
  /** The same filters as the list beside it; `sort` and `after` do not count here, `box` says where to look. */
  filters: Partial<IssueFilters>
  /** Id of what says the same in words, for the link that skips the map. */
  skipTo: string
}

/** The map of issues: bubbles and signs, the same as the list beside it says. Without JavaScript a drawn map of the town. */
export function IssueMap({ filters, skipTo }: IssueMapProps) {
  const t = useWords()
  const town = useTown()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const frame = useRef<HTMLElement>(null)
  const stage = useRef<IssueStage | null>(null)
  const [count, setCount] = useState<Sight | null>(null)
  const [trouble, setTrouble] = useState<'none' | 'clusters' | 'map'>('none')
  const query = filtersToParams({ ...filters, box: null, sort: 'newest', after: null }).toString()
  const asked = useRef({ filters, query })
  asked.current = { filters, query }

  const toHere = useCallback((place: { lat: number; lng: number }) => stage.current?.goTo(place), [])
  const { state: locating, locate } = useLocate(toHere)
  const [isLive, setIsLive] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the map is opened once for a town and a language, and told of filters below
  useEffect(() => {
    const container = frame.current
    if (!container) return
    const asking = new AbortController()
    const { signal } = asking
    const wanted: Parameters<typeof openIssueStage>[1] = {
      signal,
      town,
      t,
      filters: asked.current.filters,
      onCount: (sight) => {
        setCount(sight)
        setTrouble('none')
      },
      onTrouble: () => setTrouble('clusters'),
      onOpen: (ref) => navigate(`/issues/${ref}`),
    }
    // After the page is drawn: whoever only reads the list need not wait for a map.
    const opening = import('./issue-stage').then(({ openIssueStage }) => openIssueStage(container, wanted))
    opening.then(
      (opened) => {
        if (signal.aborted) return opened.end()
        stage.current = opened
        setIsLive(true)
        opened.ask(asked.current.query)
      },
      () => {
        if (!signal.aborted) setTrouble('map')
      },
    )
    return () => {
      asking.abort()
      stage.current?.end()
      stage.current = null
    }
  }, [town.version, t.language])

  const { near, box } = filters
  const aim = JSON.stringify([near ?? null, box ?? null])
  const aimedAt = useRef(aim)
  useEffect(() => {
    // First where to look, then what for: the address is written again only after both.
    if (aimedAt.current !== aim) stage.current?.lookAt(asked.current.filters)
    aimedAt.current = aim
    stage.current?.ask(query)
  }, [query, aim])

  if (!town.bounds) return null
  return (
    <div className="issue-map">
      <a className="skip map-skip" href={`#${skipTo}`}>
        {t('map.skip')}
      </a>
      <p className="visually-hidden" id="map-help">
        {t('map.help')}
      </p>
      <div className="map-frame">
        <section
          ref={frame}
          className="map-stage"
          aria-label={t('map.label', { town: town.name })}
          aria-describedby="map-help"
        />
        <div className={trouble === 'map' ? 'map-drawn map-drawn-shown' : 'map-drawn'}>
          <StillMap
            {...townView(town.bounds, 'page')}
            size="page"
            alt={t('map.label', { town: town.name })}
            issues={query}
          />
        </div>
        {isLive && (
          <MapButtons
            onZoom={(by) => stage.current?.zoom(by)}
            onLocate={canLocate() ? locate : null}
            isLocating={locating === 'looking'}
          />
        )}
        {town.attribution && <p className="map-attribution">{town.attribution}</p>}
      </div>
      <p className="map-count" role="status">
        {trouble === 'map' && t('map.trouble')}
        {trouble === 'clusters' && t('map.trouble.issues')}
        {trouble === 'none' && locating === 'failed' && t('map.locate.failed')}
        {trouble === 'none' &&
          locating !== 'failed' &&
          count !== null &&
          t(count.isExact ? 'map.count' : 'map.count.about', { n: count.n })}
      </p>
      {count !== null && count.n > 0 && (
        <p className="map-here">
          <a
            href={pathname}
            onClick={(event) => {
              event.preventDefault()
              const here = stage.current?.box()
              if (here)
                navigate(`${pathname}?${filtersToParams({ ...filters, near: null, box: here, after: null })}`, {
                  preventScrollReset: true,
                })
            }}
          >
            {t('map.list-these')}
          </a>
        </p>
      )}
    </div>
  )
}
