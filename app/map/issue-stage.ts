import type { IssueFilters } from '~/interactions/issues/issue-filters-address.input'
import type { TownHere } from '~/ui/town'
import type { Translate } from '~/ui/words'
import { issueLayer, type Sight } from './issue-layer'
import type { Place } from './quadkey'
import { boxOf, openStage, showTown } from './stage'
import { addressAt, type InSight, viewFrom } from './view-in-address'

export type IssueStage = {
  ask: (query: string) => void
  lookAt: (filters: Partial<IssueFilters>) => void
  goTo: (place: Place) => void
  zoom: (by: 1 | -1) => void
  end: () => void
}

type Setting = {
  signal: AbortSignal
  town: TownHere
  t: Translate
  filters: Partial<IssueFilters>
  onCount: (sight: Sight) => void
  onTrouble: () => void
  onOpen: (ref: string) => void
  /** Somebody moved the map, and it rests; false when this is no moment to follow, so that it is told again. */
  onRest: (sight: InSight) => boolean
}

const nearZoom = 16
const restMs = 400

/** The live map of issues in its frame. The address remembers what it shows, without a page being loaded for it. */
export async function openIssueStage(
  container: HTMLElement,
  { signal, town, t, filters, ...told }: Setting,
): Promise<IssueStage> {
  const stage = await openStage(container, { signal, townVersion: town.version, bounds: town.bounds })
  const { L, map } = stage

  let isMoved = false
  // A move of ours, towards what the address says, is nothing to be told about; nor is a frame of another size.
  let isOurs = false
  let isUntold = false
  let resting: ReturnType<typeof setTimeout> | undefined

  // Where the address was last looked at from counts most: "back" leads back to it.
  const lookAt = ({ near, box }: Partial<IssueFilters>) => {
    const remembered = viewFrom(window.location.search)
    clearTimeout(resting)
    isOurs = true
    isUntold = false
    isMoved = remembered !== null
    // At once, so that the move is over when this is.
    const now = { animate: false }
    if (remembered) map.setView([remembered.lat, remembered.lng], remembered.zoom, now)
    else if (near) map.setView([near.lat, near.lng], nearZoom, now)
    else if (box) map.fitBounds(boxOf(L, box), now)
    else if (town.bounds) showTown(stage, town.bounds)
    isOurs = false
  }
  lookAt(filters)

  const inSight = (): InSight => {
    const seen = map.getBounds()
    const { lat, lng } = map.getCenter()
    const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5
    return {
      view: { lat, lng, zoom: map.getZoom() },
      box: [round(seen.getWest()), round(seen.getSouth()), round(seen.getEast()), round(seen.getNorth())],
    }
  }
  // Only once the map has its answer: on a line that is down the list stays as it is, instead of a page of trouble.
  const onCount = (sight: Sight) => {
    told.onCount(sight)
    clearTimeout(resting)
    if (isUntold)
      resting = setTimeout(() => {
        isUntold = !told.onRest(inSight())
      }, restMs)
  }

  const layer = issueLayer(
    stage,
    {
      cluster: (n, overdue) => t('map.cluster', { n, overdue }),
      short: (n) => t.intl.formatNumber(n, { notation: 'compact' }),
      pin: (pin) => t('map.pin', { title: pin.title, state: t(`issue.state.${pin.state}`) }),
      state: (pin) => t(`issue.state.${pin.state}`),
      several: (n) => t('map.several', { n }),
      close: t('map.close'),
      listed: t('map.list-these'),
    },
    { ...told, onCount },
  )

  // Only what the person moved is worth remembering; the town as a whole needs no words in the address.
  const remember = () => {
    if (!isMoved) return
    // React's own state of this entry stays: "back" must still know where it was.
    window.history.replaceState(window.history.state, '', addressAt(window.location.href, inSight().view))
  }
  map.on('movestart', () => {
    if (isOurs) return
    isMoved = true
    isUntold = true
    clearTimeout(resting)
  })
  map.on('moveend', remember)

  return {
    ask: (query) => {
      layer.ask(query)
      remember()
    },
    lookAt,
    goTo: ({ lat, lng }) => {
      map.setView([lat, lng], nearZoom)
      L.circleMarker([lat, lng], { className: 'map-me', radius: 9, interactive: false }).addTo(map)
    },
    zoom: (by) => map.setZoom(map.getZoom() + by),
    end: () => {
      clearTimeout(resting)
      layer.end()
      stage.end()
    },
  }
}
