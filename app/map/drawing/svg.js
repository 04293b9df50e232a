// @ts-check
import { fontFamily } from './font.js'
import { lookOf, paletteOf } from './looks.js'

/** @typedef {import('./ground.js').View} View */
/** @typedef {import('./ground.js').Shape} Shape */
/** @typedef {import('./looks.js').Colours} Colours */
/** @typedef {import('./placement.js').Label} Label */
/** @typedef {{ name: string, shapesIn: (view: View) => Shape[] }} Ground */
/** @typedef {{ x: number, y: number, d: string, isOutline?: boolean, colour: string }} Sign x and y in pixels of the world */
/** @typedef {{ x: number, y: number, px: number, text: string }} Bubble so many issues together */

/**
 * A picture of the map as SVG: ground, streets, names and, on still maps, signs.
 * @param {{ view: View, grounds: readonly Ground[], labels: readonly Label[], colours: Colours, signs?: readonly Sign[], bubbles?: readonly Bubble[] }} picture
 */
export function svgOf({ view, grounds, labels, colours, signs = [], bubbles = [] }) {
  const { width, height, zoom } = view
  const palette = paletteOf(colours)
  const parts = grounds.flatMap(({ name, shapesIn }) => partsOf(name, shapesIn(view), zoom, colours))
  // Edges of all streets lie under all streets, so that crossings are open; broad ones lie over narrow ones.
  const drawn = [0, 1, 2].flatMap((level) => parts.filter((part) => part.level === level))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${palette.land}"/>`,
    ...drawn.map(({ svg }) => svg),
    ...labels.map((label, at) => labelSvg(label, at, view, palette)),
    ...bubbles.map((bubble) => bubbleSvg(bubble, view, palette)),
    ...signs.map((sign) => signSvg(sign, view, palette)),
    '</svg>',
  ].join('\n')
}

/** @param {string} layer @param {Shape[]} shapes @param {number} zoom @param {Colours} colours */
function partsOf(layer, shapes, zoom, colours) {
  /** @type {Map<string, { level: 0 | 1 | 2, attributes: string, paths: string[] }>} */
  const byLook = new Map()
  /** @param {0 | 1 | 2} level @param {string} attributes @param {string} path */
  const put = (level, attributes, path) => {
    const key = `${level}${attributes}`
    const before = byLook.get(key)
    if (before) before.paths.push(path)
    else byLook.set(key, { level, attributes, paths: [path] })
  }
  /** @type {{ level: number, svg: string }[]} */
  const areas = []
  for (const { type, tags, rings } of shapes) {
    const look = lookOf(layer, tags, zoom, colours)
    if (!look) continue
    const path = rings.map((ring) => pathOf(ring, type === 3)).join('')
    // One path each: two halves of a lake that overlap where tiles meet must not cancel each other out.
    if (type === 3 && look.fill)
      areas.push({ level: 0, svg: `<path fill="${look.fill}" fill-rule="evenodd" d="${path}"/>` })
    if (look.casing && look.casingWidth) put(1, strokeOf(look.casing, look.casingWidth), path)
    if (look.line && look.width) put(look.level ?? 2, strokeOf(look.line, look.width, look), path)
  }
  const lines = [...byLook.values()].map(({ level, attributes, paths }) => ({
    level,
    svg: `<path ${attributes} d="${paths.join('')}"/>`,
  }))
  return [...areas, ...lines]
}

/** @param {string} colour @param {number} width @param {import('./looks.js').Look} [look] */
function strokeOf(colour, width, { dashes, opacity } = {}) {
  const more = `${dashes ? ` stroke-dasharray="${dashes}"` : ''}${opacity ? ` opacity="${opacity}"` : ''}`
  return `fill="none" stroke="${colour}" stroke-width="${short(width)}" stroke-linecap="${dashes ? 'butt' : 'round'}" stroke-linejoin="round"${more}`
}

/** @param {number[]} ring @param {boolean} isClosed */
function pathOf(ring, isClosed) {
  let path = ''
  for (let at = 0; at + 1 < ring.length; at += 2)
    path += `${at === 0 ? 'M' : 'L'}${short(ring[at] ?? 0)} ${short(ring[at + 1] ?? 0)}`
  return isClosed ? `${path}Z` : path
}

/** @param {Label} label @param {number} at @param {View} view @param {ReturnType<typeof paletteOf>} palette */
function labelSvg(label, at, view, palette) {
  const { kind, text, sizePx, path } = label
  const colour =
    { district: palette.districtName, neighbour: palette.quietName, park: palette.parkName, minor: palette.quietName }[
      /** @type {string} */ (kind)
    ] ?? palette.name
  const halo = `stroke="${kind === 'park' ? palette.park : palette.halo}" stroke-width="${kind === 'major' || kind === 'highway' ? 2.4 : 3}" stroke-linejoin="round" paint-order="stroke"`
  const font = `font-family="${fontFamily}" font-size="${short(sizePx)}" fill="${colour}" text-anchor="middle"`
  if (path) {
    const d = path
      .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${short(x - view.x)} ${short(y - view.y)}`)
      .join('')
    const roadHalo =
      kind === 'major'
        ? halo.replace(palette.halo, palette.major)
        : kind === 'highway'
          ? halo.replace(palette.halo, palette.highway)
          : halo
    return `<path id="n${at}" fill="none" d="${d}"/><text ${font} ${roadHalo}><textPath href="#n${at}" startOffset="50%"><tspan dy="${short(sizePx * 0.34)}">${escaped(text)}</tspan></textPath></text>`
  }
  if (kind === 'shield') return shieldSvg(label, view, palette)
  const lines = label.lines ?? [text]
  const left = (label.at?.x ?? 0) - view.x
  const first = (label.at?.y ?? 0) - view.y - ((lines.length - 1) * sizePx * 1.25) / 2 + sizePx * 0.34
  const spacing = kind === 'district' ? ` letter-spacing="${short(sizePx * 0.08)}"` : ''
  return lines
    .map(
      (line, row) =>
        `<text x="${short(left)}" y="${short(first + row * sizePx * 1.25)}" ${font}${spacing} ${halo}>${escaped(line)}</text>`,
    )
    .join('')
}

/** @param {Label} label @param {View} view @param {ReturnType<typeof paletteOf>} palette */
function shieldSvg({ text, sizePx, at, box }, view, palette) {
  const [x, y] = [(at?.x ?? 0) - view.x, (at?.y ?? 0) - view.y]
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  return `<rect x="${short(x - width / 2)}" y="${short(y - height / 2)}" width="${short(width)}" height="${short(height)}" rx="4" fill="${palette.shield}" stroke="${palette.highwayCasing}" stroke-width="1"/><text x="${short(x)}" y="${short(y + sizePx * 0.36)}" font-family="${fontFamily}" font-size="${short(sizePx)}" fill="${palette.name}" text-anchor="middle">${escaped(text)}</text>`
}

const signPx = 22

/** A sign as in the list and on the live map: its shape, with a light edge so that it stands out from any ground. @param {Sign} sign @param {View} view @param {ReturnType<typeof paletteOf>} palette */
function signSvg({ x, y, d, isOutline, colour }, view, palette) {
  const scale = signPx / 24
  const place = `transform="translate(${short(x - view.x - signPx / 2)} ${short(y - view.y - signPx / 2)}) scale(${short(scale)})"`
  const edge = `<path d="${escaped(d)}" fill="${palette.surface}" stroke="${palette.surface}" stroke-width="${isOutline ? 8 : 5}" stroke-linejoin="round"/>`
  const shape = isOutline
    ? `<path d="${escaped(d)}" fill="${palette.surface}" stroke="${colour}" stroke-width="4" stroke-linejoin="round"/>`
    : `<path d="${escaped(d)}" fill="${colour}"/>`
  return `<g ${place}>${edge}${shape}</g>`
}

/** @param {Bubble} bubble @param {View} view @param {ReturnType<typeof paletteOf>} palette */
function bubbleSvg({ x, y, px, text }, view, palette) {
  const [left, top] = [short(x - view.x), short(y - view.y)]
  return [
    `<circle cx="${left}" cy="${top}" r="${px / 2 - 1}" fill="${palette.brand}" stroke="${palette.surface}" stroke-width="2"/>`,
    `<text x="${left}" y="${short(y - view.y + 4.8)}" font-family="${fontFamily}" font-size="14" fill="${palette.onBrand}" text-anchor="middle">${escaped(text)}</text>`,
  ].join('')
}

/** Two decimals: half a hundredth of a pixel cannot be seen, and pictures stay small. @param {number} n */
const short = (n) => Number(n.toFixed(2))

const entities = /** @type {Record<string, string>} */ ({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
})

/** A name is data of others: nothing in it can open a tag or close an attribute. @param {string} text */
export const escaped = (text) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '')
