import type * as Leaflet from 'leaflet'
import { type MapTheme, tileAddress, zooms } from './picture-address'

export type L = typeof Leaflet
export type Stage = { L: L; map: Leaflet.Map; end: () => void }

type Setting = {
  /** Aborted when whoever asked for the map went away before it was there. */
  signal: AbortSignal
  townVersion: number
  /** West, south, east, north; the map cannot leave the town by more than its own size. */
  bounds: readonly [number, number, number, number] | null
}

/** Leaflet on our own tiles. Loaded only now: it wants a window, and nobody who reads the list needs to wait for it. */
export async function openStage(container: HTMLElement, { signal, townVersion, bounds }: Setting): Promise<Stage> {
  const loaded = await import('leaflet')
  // The frame may by now hold the map that somebody else asked for.
  signal.throwIfAborted()
  const L: L = 'default' in loaded ? (loaded.default as L) : loaded
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = L.map(container, {
    zoomControl: false,
    attributionControl: false,
    scrollWheelZoom: false,
    minZoom: zooms.least,
    maxZoom: zooms.most,
    zoomAnimation: !isCalm,
    fadeAnimation: !isCalm,
    markerZoomAnimation: !isCalm,
    inertia: !isCalm,
    worldCopyJump: false,
    ...(bounds && { maxBounds: boxOf(L, bounds).pad(0.45), maxBoundsViscosity: 0.7 }),
  })
  const tiles = L.tileLayer(tileAddress(townVersion, themeNow()), {
    noWrap: true,
    keepBuffer: 1,
    minZoom: zooms.least,
    maxZoom: zooms.most,
  })
  tiles.addTo(map)
  const stopFollowing = onThemeChange((theme) => tiles.setUrl(tileAddress(townVersion, theme)))
  // Wheel zoom only while the map has the focus, so that reading on is not caught by it.
  const wheelOn = () => map.scrollWheelZoom.enable()
  const wheelOff = () => map.scrollWheelZoom.disable()
  map.on('focus', wheelOn).on('blur', wheelOff)
  const watcher = new ResizeObserver(() => map.invalidateSize({ animate: false }))
  watcher.observe(container)
  return {
    L,
    map,
    end: () => {
      stopFollowing()
      watcher.disconnect()
      map.remove()
    },
  }
}

export const boxOf = (L: L, [west, south, east, north]: readonly [number, number, number, number]) =>
  L.latLngBounds([south, west], [north, east])

type Bounds = readonly [number, number, number, number]

/** The whole town, as large as it goes: a seventh of it may lie outside the frame, for towns have corners where nobody lives. */
export function showTown({ L, map }: Stage, bounds: Bounds) {
  const box = boxOf(L, bounds)
  const fits = map.getBoundsZoom(box)
  const size = map.getSize()
  const [one, other] = [map.project(box.getNorthWest(), fits + 1), map.project(box.getSouthEast(), fits + 1)]
  const isNearly = other.x - one.x < size.x * 1.17 && other.y - one.y < size.y * 1.17
  map.setView(box.getCenter(), isNearly ? fits + 1 : fits, { animate: false })
}

const questions = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)']

/** How the map should look now: what the person's system asks for, unless they chose a theme on the page. */
export function themeNow(): MapTheme {
  const [dark, contrast, forced] = questions.map((question) => matchMedia(question).matches)
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'contrast') return 'light-contrast'
  const isDark = chosen === 'dark' || (chosen !== 'light' && dark)
  if (contrast || forced) return isDark ? 'dark-contrast' : 'light-contrast'
  return isDark ? 'dark' : 'light'
}

function onThemeChange(follow: (theme: MapTheme) => void): () => void {
  const lists = questions.map((question) => matchMedia(question))
  const changed = () => follow(themeNow())
  for (const list of lists) list.addEventListener('change', changed)
  return () => {
    for (const list of lists) list.removeEventListener('change', changed)
  }
}
