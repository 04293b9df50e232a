import { useNavigate, useNavigation } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { filtersToParams, type IssueFilters } from '~/interactions/issues/issue-filters-address.input'
import { useTown } from '~/ui/town'
import { useWords } from '~/ui/words'
import type { Sight } from './issue-layer'
import type { IssueStage } from './issue-stage'
import { MapFrame } from './map-frame'
import { StillMap } from './still-map'
import { townView } from './town-view'
import { useLocate } from './use-locate'
import { useStage } from './use-stage'
import { addressInSight } from './view-in-address'

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
  const going = useNavigation().location
  const [count, setCount] = useState<Sight | null>(null)
  const [hasTrouble, setHasTrouble] = useState(false)
  const query = filtersToParams({ ...filters, box: null, sort: 'newest', after: null }).toString()
  const asked = useRef({ filters, query, going })
  asked.current = { filters, query, going }
  // Where the list went after the map; there the map is already.
  const followed = useRef({ address: '', aim: '' })

  const opened = useStage<IssueStage>(async (container, signal) => {
    const { openIssueStage } = await import('./issue-stage')
    const stage = await openIssueStage(container, {
      signal,
      town,
      t,
      filters: asked.current.filters,
      onCount: (sight) => {
        setCount(sight)
        setHasTrouble(false)
      },
      onTrouble: () => setHasTrouble(true),
      onOpen: (ref) => navigate(`/issues/${ref}`),
      onRest: (sight) => {
        const { filters, going } = asked.current
        // Whoever is on the way to another page, or to other filters, gets there first.
        if (going && going.pathname + going.search !== followed.current.address) return false
        const address = addressInSight(window.location.href, filters, sight)
        followed.current = { address: address.replace(/#.*/, ''), aim: aimOf({ box: sight.box }) }
        navigate(address, { replace: true, preventScrollReset: true })
        return true
      },
    })
    if (!signal.aborted) stage.ask(asked.current.query)
    return stage
  }, `${town.version} ${t.language}`)
  const { stage, state } = opened
  const toHere = useCallback((place: { lat: number; lng: number }) => stage.current?.goTo(place), [stage])
  const locating = useLocate(toHere)
  const trouble = state === 'failed' ? 'map' : hasTrouble ? 'clusters' : 'none'

  const aim = aimOf(filters)
  const before = useRef({ aim, query })
  useEffect(() => {
    const was = before.current
    before.current = { aim, query }
    // First where to look, then what for: the address is written again only after both.
    if (was.aim !== aim && followed.current.aim !== aim) stage.current?.lookAt(asked.current.filters)
    if (was.query !== query) stage.current?.ask(query)
  }, [query, aim, stage])

  if (!town.bounds) return null
  const label = t('map.label', { town: town.name })
  return (
    <div className="issue-map">
      <a className="skip map-skip" href={`#${skipTo}`}>
        {t('map.skip')}
      </a>
      <p className="visually-hidden" id="map-help">
        {t('map.help')}
      </p>
      <MapFrame opened={opened} locating={locating} label={label} helpId="map-help">
        <div className={trouble === 'map' ? 'map-drawn map-drawn-shown' : 'map-drawn'}>
          <StillMap {...townView(filters.box ?? town.bounds, 'page')} size="page" alt={label} issues={query} />
        </div>
      </MapFrame>
      <div className="map-count">
        <p role="status">
          {trouble === 'map' && t('map.trouble')}
          {trouble === 'clusters' && t('map.trouble.issues')}
          {trouble === 'none' && locating.state === 'failed' && t('map.locate.failed')}
        </p>
        {/* The list says aloud how many there are; twice would be too much. */}
        {trouble === 'none' && locating.state !== 'failed' && count !== null && (
          <p>{t(count.isExact ? 'map.count' : 'map.count.about', { n: count.n })}</p>
        )}
      </div>
      <a className="map-to-list" href={`#${skipTo}`}>
        {t('home.to-list')}
      </a>
    </div>
  )
}

const aimOf = ({ near, box }: Partial<IssueFilters>) => JSON.stringify([near ?? null, box ?? null])
