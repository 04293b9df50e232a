import type { Place } from './quadkey'

/** Raise it when tiles are drawn differently: browsers keep a tile for as long as its address stays the same. */
export const drawingRevision = 2

/** How the map can look; each page offers all four and the reader's own settings choose. */
export const mapThemes = ['light', 'dark', 'light-contrast', 'dark-contrast'] as const
export type MapTheme = (typeof mapThemes)[number]

/** The sizes a still map comes in, in CSS pixels; a closed list, so that nobody can ask for endless different pictures. */
export const stillSizes = {
  row: { width: 320, height: 200 },
  card: { width: 560, height: 320 },
  page: { width: 800, height: 480 },
} as const
export type StillSize = keyof typeof stillSizes

/** The side of a tile in CSS pixels. */
export const tilePx = 256

export const zooms = { least: 9, most: 19 } as const

/** A sign on a still map. `state` as in '~/interactions/issues/issue.input'; `here` is a place without a state. */
export type StillPin = Place & { state: string }

export const mostPins = 30

/** Names the base map as drawn now: the town's version and ours. Addresses that carry it may be kept for good. */
export const mapVersion = (townVersion: number) => `${townVersion}.${drawingRevision}`

/** What Leaflet fills in for the tiles of a theme. */
export const tileAddress = (townVersion: number, theme: MapTheme) =>
  `/map/tiles/${mapVersion(townVersion)}/${theme}/{z}/{x}/{y}.png`

type Still = Place & {
  townVersion: number
  theme: MapTheme
  size: StillSize
  zoom: number
  pins?: readonly StillPin[]
  /** Draws the issues that these filters find, as an address has them: `state=open`. */
  issues?: string
}

/** The address of a still map: for pages, letters and print. */
export function stillAddress({ townVersion, theme, size, zoom, lat, lng, pins = [], issues }: Still): string {
  const ofIssues = issues === undefined ? [] : [`issues=1${issues ? `&${issues}` : ''}`]
  const ofPins = pins.slice(0, mostPins).map((pin) => `pin=${pin.state}@${pointWords(pin)}`)
  const query = [...ofIssues, ...ofPins]
  const path = `/map/still/${mapVersion(townVersion)}/${theme}/${size}/${zoom}/${pointWords({ lat, lng })}.png`
  return query.length > 0 ? `${path}?${query.join('&')}` : path
}

/** A place to the metre, always spelled the same way. */
export const pointWords = ({ lat, lng }: Place) => `${lat.toFixed(5)},${lng.toFixed(5)}`
