// @ts-check
import { Resvg } from '@resvg/resvg-js'
import sharp from 'sharp'
import { fontFamily, fontFile, readFont } from './font.js'
import { bordersOf } from './geometry.js'
import { shapesOf } from './ground.js'
import { namesOfAreas, namesOfLayer } from './names.js'
import { byWeight, placeNames } from './placement.js'
import { svgOf } from './svg.js'

/** @typedef {import('./ground.js').View} View */
/** @typedef {{ name: string, layers: { name: string, geojson: string }[], areas: { name: string, outline: any }[] }} Town */
/**
 * @typedef {{ view: View, colours: import('./looks.js').Colours, scale: number, isWhole?: boolean, signs?: import('./svg.js').Sign[], bubbles?: import('./svg.js').Bubble[] }} Picture
 * `isWhole`: nothing joins at its edges, so a name that does not fit is left out instead of cut.
 */

/** Broad streets over narrow ones, whatever the order of the files. Layers we do not know lie under the streets. */
const order = [
  'land',
  'municipalities',
  'parks',
  'municipalities-borders',
  'districts-borders',
  'water',
  'unknown',
  'transit',
]
const onTop = ['streets-minor', 'streets-major', 'highways']

/** One town, ready to be drawn: its layers cut on demand, its names placed once per zoom. @param {Town} town */
export function townMap(town) {
  const font = readFont()
  const layers = town.layers.map(({ name, geojson }) => ({ name, features: featuresIn(geojson) }))
  const grounds = groundsOf(layers, town.areas)
  const names = byWeight([
    ...namesOfAreas(town.areas),
    ...layers.flatMap(({ name, features }) => namesOfLayer(name, features, town.name)),
  ])
  /** @type {Map<number, ReturnType<typeof placeNames>>} */
  const placedAt = new Map()
  /** @param {number} zoom */
  const labelsAt = (zoom) => {
    const before = placedAt.get(zoom)
    if (before) return before
    const placed = placeNames(names, zoom, font)
    placedAt.set(zoom, placed)
    return placed
  }

  /** @param {Picture} picture */
  const svg = ({ view, colours, signs, bubbles, isWhole }) => {
    const { x, y, width, height, zoom } = view
    const frame = { left: x, top: y, right: x + width, bottom: y + height }
    const found = labelsAt(zoom)(frame)
    const labels = isWhole ? found.filter(({ box }) => isWithin(box, frame)) : found
    return svgOf({ view, grounds, labels, colours, signs, bubbles })
  }
  return {
    svg,
    /** The picture as PNG, `scale` times as sharp; with a palette, which is a third of the bytes. @param {Picture} picture */
    png: async (picture) => {
      const drawn = new Resvg(svg(picture), {
        font: { loadSystemFonts: false, fontFiles: [fontFile], defaultFontFamily: fontFamily },
        fitTo: { mode: 'zoom', value: picture.scale },
        logLevel: 'off',
      }).render()
      const raw = { width: drawn.width, height: drawn.height, channels: /** @type {4} */ (4) }
      return sharp(drawn.pixels, { raw }).png({ palette: true, colours: 128, effort: 4, dither: 0 }).toBuffer()
    },
  }
}

/** @param {{ name: string, features: any[] }[]} layers @param {{ outline: any }[]} areas */
function groundsOf(layers, areas) {
  const place = (/** @type {string} */ name) => {
    const all = [...order, ...onTop]
    return all.includes(name) ? all.indexOf(name) : all.indexOf('unknown')
  }
  const municipalities = layers.find(({ name }) => name === 'municipalities')?.features ?? []
  const all = [
    ...layers,
    {
      name: 'municipalities-borders',
      features: [featureOf(bordersOf(municipalities.map(({ geometry }) => geometry)))],
    },
    { name: 'districts-borders', features: [featureOf(bordersOf(areas.map(({ outline }) => outline)))] },
  ]
  return all
    .sort((one, other) => place(one.name) - place(other.name))
    .map(({ name, features }) => ({ name, shapesIn: shapesOf(features) }))
}

/** @param {any} geometry */
const featureOf = (geometry) => ({ type: 'Feature', properties: {}, geometry })

/** A layer that is no GeoJSON is left out: the rest of the map is still worth showing. @param {string} geojson @returns {any[]} */
function featuresIn(geojson) {
  try {
    const { features } = JSON.parse(geojson)
    return Array.isArray(features) ? features.filter((feature) => feature?.geometry) : []
  } catch {
    return []
  }
}

/** @param {import('./placement.js').Box} box @param {import('./placement.js').Box} frame */
const isWithin = (box, frame) =>
  box.left >= frame.left && box.top >= frame.top && box.right <= frame.right && box.bottom <= frame.bottom
