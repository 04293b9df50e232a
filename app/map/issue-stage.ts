import type { Box, IssueFilters } from '~/interactions/issues/issue-filters-address.input'
import type { TownHere } from '~/ui/town'
import type { Translate } from '~/ui/words'
import { issueLayer, type Sight } from './issue-layer'
import type { Place } from './quadkey'
import { boxOf, openStage, showTown } from './stage'
import { addressAt, viewFrom } from './view-in-address'

export type IssueStage = {
  ask: (query: string) => void
  lookAt: (filters: Partial<IssueFilters>) => void
  goTo: (place: Place) => void
  zoom: (by: 1 | -1) => void
  box: () => Box
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
}

const nearZoom = 16

/** The live map of issues in its frame. The address remembers what it shows, without a page being loaded for it. */
export async function openIssueStage(
  container: HTMLElement,
  { signal, town, t, filters, ...told }: Setting,
): Promise<IssueStage> {
  const stage = await openStage(container, { signal, townVersion: town.version, bounds: town.bounds })
  const { L, map } = stage

  // Where the address was last looked at from counts most: "back" leads back to it.
  const lookAt = ({ near, box }: Partial<IssueFilters>) => {
    const remembered = viewFrom(window.location.search)
    if (remembered) map.setView([remembered.lat, remembered.lng], remembered.zoom)
    else if (near) map.setView([near.lat, near.lng], nearZoom)
    else if (box) map.fitBounds(boxOf(L, box))
    else if (town.bounds) showTown(stage, town.bounds)
  }
  let isMoved = viewFrom(window.location.search) !== null
  lookAt(filters)

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
    told,
  )

  // Only what the person moved is worth remembering; the town as a whole needs no words in the address.
  const remember = () => {
    if (!isMoved) return
    const { lat, lng } = map.getCenter()
    // React's own state of this entry stays: "back" must still know where it was.
    window.history.replaceState(
      window.history.state,
      '',
      addressAt(window.location.href, { lat, lng, zoom: map.getZoom() }),
    )
  }
  map.on('movestart', () => {
    isMoved = true
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
    box: () => {
      const seen = map.getBounds()
      const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5
      return [round(seen.getWest()), round(seen.getSouth()), round(seen.getEast()), round(seen.getNorth())]
    },
    end: () => {
      layer.end()
      stage.end()
    },
  }
}
