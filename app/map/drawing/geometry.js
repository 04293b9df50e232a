// @ts-check
/** @typedef {{ x: number, y: number }} Point */
/** @typedef {Point[]} Line */

/** A place in the square world, 0..1 from the west and 0..1 from the north. @param {readonly number[]} position @returns {Point} */
export function worldOf([lng = 0, lat = 0]) {
  const sine = Math.sin((Math.min(85.0511287, Math.max(-85.0511287, lat)) * Math.PI) / 180)
  return { x: (lng + 180) / 360, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) }
}

/** Every line of a GeoJSON geometry. @param {any} geometry @returns {Line[]} */
export function linesOf(geometry) {
  if (geometry?.type === 'LineString') return [geometry.coordinates.map(worldOf)]
  if (geometry?.type === 'MultiLineString')
    return geometry.coordinates.map((/** @type {number[][]} */ line) => line.map(worldOf))
  return []
}

/** Every polygon of a GeoJSON geometry: its outer ring first, then its holes. @param {any} geometry @returns {Line[][]} */
export function polygonsOf(geometry) {
  const polygon = (/** @type {number[][][]} */ rings) => rings.map((ring) => ring.map(worldOf))
  if (geometry?.type === 'Polygon') return [polygon(geometry.coordinates)]
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates.map(polygon)
  return []
}

/** @param {Line} ring */
export function areaOf(ring) {
  let doubled = 0
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [from, to] = [ring[before], ring[at]]
    if (from && to) doubled += from.x * to.y - to.x * from.y
  }
  return Math.abs(doubled) / 2
}

/**
 * Lines that continue one another become one, so that a street cut into blocks can carry its name across them.
 * @param {Line[]} lines @returns {Line[]}
 */
export function joined(lines) {
  const left = lines.filter((line) => line.length > 1).map((line) => [...line])
  /** @type {Line[]} */
  const whole = []
  for (let line = left.shift(); line; line = left.shift()) {
    for (let grew = true; grew; ) {
      grew = false
      for (const [at, other] of left.entries()) {
        const longer = appended(line, other)
        if (!longer) continue
        line = longer
        left.splice(at, 1)
        grew = true
        break
      }
    }
    whole.push(line)
  }
  return whole
}

/** @param {Line} line @param {Line} other @returns {Line | null} */
function appended(line, other) {
  const [start, end] = [line[0], line.at(-1)]
  const [otherStart, otherEnd] = [other[0], other.at(-1)]
  if (same(end, otherStart)) return goesOn(line, other) ? [...line, ...other.slice(1)] : null
  if (same(otherEnd, start)) return goesOn(other, line) ? [...other, ...line.slice(1)] : null
  const turned = [...other].reverse()
  if (same(end, otherEnd)) return goesOn(line, turned) ? [...line, ...turned.slice(1)] : null
  if (same(otherStart, start)) return goesOn(turned, line) ? [...turned, ...line.slice(1)] : null
  return null
}

/** @param {Point | undefined} one @param {Point | undefined} other */
const same = (one, other) =>
  one !== undefined && other !== undefined && Math.hypot(one.x - other.x, one.y - other.y) < 1e-9

// A name does not run around a corner.
/** @param {Line} before @param {Line} after */
function goesOn(before, after) {
  const [a, b, c] = [before.at(-2), before.at(-1), after[1]]
  if (!a || !b || !c) return false
  return Math.abs(turn(Math.atan2(b.y - a.y, b.x - a.x), Math.atan2(c.y - b.y, c.x - b.x))) < Math.PI / 3
}

/** The angle from one heading to the other, -pi..pi. @param {number} from @param {number} to */
export function turn(from, to) {
  const difference = to - from
  return Math.atan2(Math.sin(difference), Math.cos(difference))
}

/**
 * The point of a polygon that is farthest from its edges, found on a grid that is refined around the best one.
 * @param {Line[]} rings @returns {Point & { distance: number }}
 */
export function heartOf(rings) {
  const [outer = []] = rings
  const xs = outer.map(({ x }) => x)
  const ys = outer.map(({ y }) => y)
  let [left, top, width, height] = [Math.min(...xs), Math.min(...ys), 0, 0]
  width = Math.max(...xs) - left
  height = Math.max(...ys) - top
  let best = { x: left + width / 2, y: top + height / 2, distance: -Infinity }
  for (let round = 0; round < 4; round++) {
    for (let row = 0; row <= 12; row++) {
      for (let column = 0; column <= 12; column++) {
        const point = { x: left + (width * column) / 12, y: top + (height * row) / 12 }
        const distance = depthOf(point, rings)
        if (distance > best.distance) best = { ...point, distance }
      }
    }
    width /= 5
    height /= 5
    left = best.x - width / 2
    top = best.y - height / 2
  }
  return best
}

// Distance to the nearest edge; negative outside.
/** @param {Point} point @param {Line[]} rings */
function depthOf({ x, y }, rings) {
  let isInside = false
  let nearest = Infinity
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
      const [a, b] = [ring[before], ring[at]]
      if (!a || !b) continue
      if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) isInside = !isInside
      nearest = Math.min(nearest, distanceToEdge(x, y, a, b))
    }
  }
  return isInside ? nearest : -nearest
}

/** @param {number} x @param {number} y @param {Point} a @param {Point} b */
function distanceToEdge(x, y, a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / length))
  return Math.hypot(x - a.x - along * dx, y - a.y - along * dy)
}

/**
 * Borders between polygons as lines: edges that two of them share, each once. Coasts and the edge of the data are no borders.
 * @param {readonly any[]} geometries GeoJSON @returns {any} a GeoJSON MultiLineString
 */
export function bordersOf(geometries) {
  const rings = geometries.flatMap(ringsOf)
  /** @type {Map<string, number>} */
  const times = new Map()
  for (const ring of rings) for (const edge of edgesOf(ring)) times.set(edge.key, (times.get(edge.key) ?? 0) + 1)
  /** @type {number[][][]} */
  const lines = []
  for (const ring of rings) {
    /** @type {number[][]} */
    let line = []
    for (const { key, from, to } of edgesOf(ring)) {
      const isBorder = (times.get(key) ?? 0) > 1
      times.delete(key)
      if (isBorder && line.length === 0) line.push(from)
      if (isBorder) line.push(to)
      else if (line.length > 0) {
        lines.push(line)
        line = []
      }
    }
    if (line.length > 0) lines.push(line)
  }
  return { type: 'MultiLineString', coordinates: lines }
}

/** @param {number[][]} ring */
const edgesOf = (ring) =>
  ring.slice(1).map((to, at) => {
    const from = ring[at] ?? to
    return { key: [from.join(), to.join()].sort().join(' '), from, to }
  })

/** @param {any} geometry @returns {number[][][]} */
const ringsOf = (geometry) =>
  geometry?.type === 'Polygon'
    ? geometry.coordinates
    : geometry?.type === 'MultiPolygon'
      ? geometry.coordinates.flat()
      : []
