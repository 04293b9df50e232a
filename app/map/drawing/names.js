// @ts-check
import { areaOf, heartOf, joined, linesOf, polygonsOf } from './geometry.js'

/** @typedef {import('./geometry.js').Line} Line */
/** @typedef {'district' | 'neighbour' | 'shield' | 'highway' | 'major' | 'minor' | 'park' | 'transit'} Kind */
/**
 * @typedef {{ kind: Kind, text: string, line?: Line, point?: import('./geometry.js').Point, reach: number }} Name
 * Something to write on the map: along its line, or at its point. `reach` is how far it goes, in parts of the world.
 */

/** Which names a layer brings, by the layer's name. @type {Record<string, { kind: Kind, along?: true }>} */
const kinds = {
  municipalities: { kind: 'neighbour' },
  districts: { kind: 'district' },
  parks: { kind: 'park' },
  'streets-minor': { kind: 'minor', along: true },
  'streets-major': { kind: 'major', along: true },
  highways: { kind: 'highway', along: true },
}

/** The names of a layer of the base map. @param {string} layer @param {any[]} features @param {string} townName @returns {Name[]} */
export function namesOfLayer(layer, features, townName) {
  const found = kinds[layer]
  if (!found) return []
  return features.flatMap(({ geometry, properties }) => {
    const text = tidied(properties?.name)
    const isRamp = Number(properties?.ramp) === 1
    if (found.along) {
      const lines = isRamp ? [] : joined(linesOf(geometry))
      const shields = /^\d{1,3}[A-Z]?$/.test(String(properties?.route ?? ''))
        ? named('shield', String(properties.route), lines)
        : []
      return [...(text ? named(found.kind, text, lines) : []), ...shields]
    }
    // The town itself is told by its districts.
    return text && text !== townName ? inLargest(found.kind, text, geometry) : []
  })
}

/** The names of the town's areas. @param {{ name: string, outline: any }[]} areas @returns {Name[]} */
export function namesOfAreas(areas) {
  return areas.flatMap(({ name, outline }) => inLargest('district', tidied(name), outline))
}

/** @param {Kind} kind @param {string} text @param {Line[]} lines @returns {Name[]} */
const named = (kind, text, lines) => lines.map((line) => ({ kind, text, line, reach: lengthOf(line) }))

/** @param {Kind} kind @param {string} text @param {any} geometry @returns {Name[]} */
function inLargest(kind, text, geometry) {
  const [largest] = polygonsOf(geometry).sort((one, other) => areaOf(other[0] ?? []) - areaOf(one[0] ?? []))
  if (!largest || !text) return []
  const { x, y, distance } = heartOf(largest)
  return [{ kind, text, point: { x, y }, reach: Math.max(distance * 2, Math.sqrt(areaOf(largest[0] ?? []))) }]
}

/** @param {Line} line */
function lengthOf(line) {
  return line.reduce((sum, point, at) => {
    const before = line[at - 1]
    return before ? sum + Math.hypot(point.x - before.x, point.y - before.y) : 0
  }, 0)
}

/** A name as people write it: registers of roads shout. @param {unknown} name */
export function tidied(name) {
  if (typeof name !== 'string') return ''
  // What cannot be drawn must not reach the drawing: XML knows no control characters and no half letters.
  const text = name
    .replace(/[\p{Cc}\p{Cs}\p{Cn}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
  const isShouted = text.length > 3 && text === text.toUpperCase() && text !== text.toLowerCase()
  return isShouted ? text.toLowerCase().replace(/(^|[\s(/-])\p{L}/gu, (first) => first.toUpperCase()) : text
}
