// @ts-check
/** @typedef {Record<string, string>} Colours the town's colours of one theme, as #rrggbb */
/**
 * @typedef {{ fill?: string, line?: string, width?: number, casing?: string, casingWidth?: number, dashes?: string, opacity?: number, level?: 0 | 1 | 2 }} Look
 * `level` of its line: 0 under all streets, 1 edges of streets, 2 streets
 */

/** Widths of streets in CSS pixels, from zoom 9 to 19. @type {Record<string, readonly number[]>} */
const widths = {
  minor: [0, 0, 0, 0.5, 1, 2.2, 4.2, 7, 10, 14, 20],
  major: [0, 0.5, 0.9, 1.5, 2.6, 4.4, 6.6, 9.5, 13, 18, 25],
  highway: [0.8, 1.1, 1.6, 2.4, 3.6, 5.4, 7.6, 10.5, 14, 20, 28],
  ramp: [0, 0, 0, 0.8, 1.4, 2.4, 4, 6, 8.5, 12, 17],
  transit: [0, 0.7, 0.9, 1.1, 1.3, 1.5, 1.8, 2.1, 2.4, 2.8, 3.2],
}

/** @param {string} kind @param {number} zoom */
const widthOf = (kind, zoom) => widths[kind]?.[Math.min(10, Math.max(0, zoom - 9))] ?? 0

/**
 * How a layer of the base map is drawn; the layer's name decides. A layer we do not know is drawn quietly by its shape.
 * @param {string} layer @param {Record<string, unknown>} tags @param {number} zoom @param {Colours} colours @returns {Look | null}
 */
export function lookOf(layer, tags, zoom, colours) {
  const c = paletteOf(colours)
  if (layer === 'water') return { fill: c.water }
  if (layer === 'parks') return { fill: c.park }
  if (layer === 'municipalities' || layer === 'land') return { fill: c.land }
  if (layer === 'municipalities-borders')
    return { line: c.border, width: zoom < 13 ? 0.9 : 1.3, dashes: '5 4', level: 0 }
  if (layer === 'districts-borders')
    return zoom <= 15 ? { line: c.district, width: 0.9, dashes: '1 3', level: 0 } : null
  if (layer === 'streets-minor') return street('minor', zoom, c.minor, c.minorCasing)
  if (layer === 'streets-major') return street('major', zoom, c.major, c.casing)
  if (layer === 'highways') {
    return Number(tags.ramp) === 1
      ? street('ramp', zoom, c.highway, c.highwayCasing)
      : street('highway', zoom, c.highway, c.highwayCasing)
  }
  if (layer === 'transit') return { line: c.transit, width: widthOf('transit', zoom), level: 0 }
  return { line: c.district, width: 1 }
}

/** @param {string} kind @param {number} zoom @param {string} line @param {string} casing @returns {Look | null} */
function street(kind, zoom, line, casing) {
  const width = widthOf(kind, zoom)
  if (width === 0) return null
  const edge = width < 2 ? 0 : Math.min(1, 0.4 + width * 0.06)
  return { line, width, casing, casingWidth: edge === 0 ? 0 : width + edge * 2 }
}

/** Every colour of the map from the town's tokens. @param {Colours} colours */
export function paletteOf(colours) {
  const of = (/** @type {string} */ name) => colours[name] ?? '#888888'
  const ink = of('ink')
  const land = of('map-land')
  return {
    land,
    park: of('map-park'),
    water: of('map-water'),
    minor: of('map-minor'),
    minorCasing: mix(of('map-minor'), ink, 0.14),
    major: of('map-major'),
    casing: of('map-casing'),
    highway: mix(of('map-major'), of('map-casing'), 0.3),
    highwayCasing: mix(of('map-casing'), ink, 0.22),
    transit: mix(land, ink, 0.34),
    border: mix(land, ink, 0.3),
    district: mix(land, ink, 0.42),
    halo: land,
    name: ink,
    quietName: mix(of('muted'), land, 0.08),
    districtName: of('muted'),
    parkName: mix(of('ok'), ink, 0.15),
    shield: of('surface'),
    surface: of('surface'),
    danger: of('danger'),
    warn: of('warn'),
    ok: of('ok'),
    info: of('info'),
    brand: of('brand'),
    onBrand: of('on-brand'),
  }
}

/** @param {string} one @param {string} other @param {number} share of the other */
export function mix(one, other, share) {
  const parts = [1, 3, 5].map((at) => {
    const [from, to] = [Number.parseInt(one.slice(at, at + 2), 16), Number.parseInt(other.slice(at, at + 2), 16)]
    return Math.round(from + (to - from) * share)
  })
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
