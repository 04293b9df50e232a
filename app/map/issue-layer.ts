import type * as Leaflet from 'leaflet'
import { answers, squaresOf, type Window } from './answers'
import { arranged, bubblePx, type MapItem, signReachPx } from './arrange'
import type { IssuePin } from './cluster-answer'
import { issuesPopup, type PopupWords } from './issues-popup'
import { keepTabInSight } from './keep-tab-in-sight'
import { markerButton, pictogramElement, signElement } from './marker-elements'
import { zooms } from './picture-address'
import type { Stage } from './stage'

export type LayerWords = PopupWords & {
  cluster: (n: number, overdue: number) => string
  short: (n: number) => string
}

/** How many issues are in sight; a bubble that is only partly in it makes the number an estimate. */
export type Sight = { n: number; isExact: boolean }

// As wide as a cell: a bubble that near to the edge may stand for issues on both sides of it.
const cellPx = 64

function sightOf(items: readonly MapItem[], { left, top, right, bottom }: Window): Sight {
  const inside = items.filter(({ x, y }) => x >= left && x <= right && y >= top && y <= bottom)
  const n = inside.reduce((sum, item) => sum + item.n, 0)
  const isNearEdge = ({ x, y }: MapItem) =>
    [x - left, right - x, y - top, bottom - y].some((far) => Math.abs(far) < cellPx)
  if (!items.some((item) => item.pins === null && isNearEdge(item))) return { n, isExact: true }
  return { n: Number(n.toPrecision(2)), isExact: false }
}

type Told = { onCount: (sight: Sight) => void; onTrouble: () => void; onOpen: (ref: string) => void }

const kindsFromZoom = 18
// Closer than this, zooming in would not pull issues apart: they are listed instead.
const samePlacePx = 14

/** The issues on the map: asks for what the screen shows, draws bubbles and signs, and opens them. */
export function issueLayer({ L, map }: Stage, words: LayerWords, { onCount, onTrouble, onOpen }: Told) {
  const layer = L.layerGroup().addTo(map)
  const shown = new Map<string, Leaflet.Marker>()
  const fetchAll = answers()
  let query = ''

  async function show() {
    const zoom = map.getZoom()
    const { min, max } = map.getPixelBounds()
    if (!min || !max) return
    const view = { zoom, left: min.x, top: min.y, right: max.x, bottom: max.y }
    try {
      const found = await fetchAll(squaresOf(view, query))
      if (map.getZoom() !== zoom) return
      const reach = zoom >= kindsFromZoom ? signReachPx.withKind : signReachPx.plain
      const items = arranged(found, ({ lat, lng }) => map.project([lat, lng], zoom), reach)
      const margin = 40
      const inView = items.filter(
        ({ x, y }) =>
          x > view.left - margin && x < view.right + margin && y > view.top - margin && y < view.bottom + margin,
      )
      draw(inView, zoom)
      onCount(sightOf(items, view))
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) onTrouble()
    }
  }

  function draw(items: readonly MapItem[], zoom: number) {
    const wanted = new Map(items.map((item) => [`${zoom >= kindsFromZoom}${item.key}`, item]))
    const before = document.activeElement
    for (const [key, marker] of shown) {
      if (wanted.has(key)) continue
      layer.removeLayer(marker)
      shown.delete(key)
    }
    // From north to south, so that Tab goes through them as a reader would.
    for (const [key, item] of [...wanted].sort(([, one], [, other]) => one.y - other.y || one.x - other.x)) {
      if (shown.has(key)) continue
      const marker = markerOf(item, zoom)
      layer.addLayer(marker)
      shown.set(key, marker)
    }
    keepTabInSight(map.getContainer())
    // Whoever stood on a bubble that came apart stands on the map, and not at the top of the page.
    if (before instanceof HTMLElement && before !== document.body && !before.isConnected)
      map.getContainer().focus({ preventScroll: true })
  }

  function markerOf(item: MapItem, zoom: number): Leaflet.Marker {
    const [only] = item.pins ?? []
    const isOne = item.n === 1 && only !== undefined
    const button = isOne ? pinButton(only, zoom) : clusterButton(item)
    const px = isOne ? (zoom >= kindsFromZoom ? 0 : 28) : bubblePx(item.n)
    const icon = L.divIcon({ html: button, className: 'map-marker', iconSize: px ? [px, px] : undefined })
    const at = map.unproject([item.x, item.y], zoom)
    const marker = L.marker(at, { icon, keyboard: false, riseOnHover: true })
    marker.on('click', () => open(item, marker, button))
    return marker
  }

  const pinButton = (pin: IssuePin, zoom: number) =>
    zoom >= kindsFromZoom
      ? markerButton('map-pin map-pin-kind', words.pin(pin), signElement(pin.state), pictogramElement(pin.pictogram))
      : markerButton('map-pin', words.pin(pin), signElement(pin.state))

  const clusterButton = ({ n, states }: MapItem) =>
    markerButton(`map-cluster map-cluster-${bubblePx(n)}`, words.cluster(n, states.overdue ?? 0), words.short(n))

  function open(item: MapItem, marker: Leaflet.Marker, button: HTMLElement) {
    const zoom = map.getZoom()
    if (item.pins && (item.n === 1 || zoom >= zooms.most || areTogether(item.pins, zoom))) {
      issuesPopup({ L, map }, marker.getLatLng(), item.pins, button, words, onOpen)
      return
    }
    if (zoom < zooms.most) {
      const known = item.pins && L.latLngBounds(item.pins.map(({ lat, lng }) => [lat, lng]))
      const closer = known ? Math.max(zoom + 1, map.getBoundsZoom(known.pad(0.2))) : zoom + 2
      map.setView(known ? known.getCenter() : marker.getLatLng(), Math.min(zooms.most, closer))
      return
    }
    issuesPopup({ L, map }, marker.getLatLng(), [], button, words, onOpen, item.n)
  }

  function areTogether(pins: readonly IssuePin[], zoom: number): boolean {
    const deep = Math.min(zooms.most, zoom + 2)
    const bounds = pins.reduce((box, { lat, lng }) => box.extend(map.project([lat, lng], deep)), L.bounds([]))
    const { x, y } = bounds.getSize()
    return x < samePlacePx && y < samePlacePx
  }

  map.on('moveend', show)
  return {
    /** Other filters: the same map, other issues. */
    ask(next: string) {
      query = next
      void show()
    },
    end() {
      map.off('moveend', show)
      layer.remove()
    },
  }
}
