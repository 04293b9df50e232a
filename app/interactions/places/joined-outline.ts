import type { Polygons, Ring } from './polygons'

type Point = readonly [number, number]

/**
 * One outline around areas that share their borders point by point, as areas cut from one map do: an edge that two areas
 * have in common is inside and falls away. Areas that do not meet exactly stay drawn beside each other.
 */
export function joinedOutline(areas: readonly Polygons[]): { type: 'MultiPolygon'; coordinates: Point[][][] } | null {
  if (areas.length === 0) return null
  const outer = new Map<string, [Point, Point]>()
  for (const polygon of areas.flat()) {
    for (const [at, ring] of polygon.entries()) {
      for (const edge of edgesOf(turned(ring, at === 0))) {
        const back = `${edge[1]} ${edge[0]}`
        if (!outer.delete(back)) outer.set(`${edge[0]} ${edge[1]}`, edge)
      }
    }
  }
  const rings = ringsOf([...outer.values()])
  if (!rings) return { type: 'MultiPolygon', coordinates: structuredClone(areas.flat()) as Point[][][] }
  // Seen from the inside, an outer border runs one way around and a hole the other.
  const borders = rings.filter((ring) => signedArea(ring) > 0)
  const holes = rings.filter((ring) => signedArea(ring) < 0)
  const coordinates = borders.map((border) => [border, ...holes.filter((hole) => isWithin(hole, border, borders))])
  return { type: 'MultiPolygon', coordinates }
}

function edgesOf(ring: Ring): [Point, Point][] {
  return ring.slice(1).flatMap((to, at): [Point, Point][] => {
    const from = ring[at]
    return from && (from[0] !== to[0] || from[1] !== to[1]) ? [[from, to]] : []
  })
}

// Files keep no order, so outer borders are turned to run against the clock and holes with it: then two neighbours run the
// other way along the border they share, also where one lies within the other.
const turned = (ring: Ring, isOuter: boolean): Ring => (signedArea(ring) >= 0 === isOuter ? ring : [...ring].reverse())

function signedArea(ring: Ring): number {
  return ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y]
    return sum + (x * nextY - nextX * y) / 2
  }, 0)
}

// Null when the edges do not close: then the areas were not cut from one map.
function ringsOf(edges: [Point, Point][]): Point[][] | null {
  const from = new Map<string, [Point, Point][]>()
  for (const edge of edges) from.set(String(edge[0]), [...(from.get(String(edge[0])) ?? []), edge])
  const rings: Point[][] = []
  for (const start of edges) {
    if (!from.get(String(start[0]))?.includes(start)) continue
    const ring: Point[] = [start[0]]
    let edge: [Point, Point] | undefined = start
    while (edge) {
      const leaving: [Point, Point][] = from.get(String(edge[0])) ?? []
      leaving.splice(leaving.indexOf(edge), 1)
      ring.push(edge[1])
      if (String(edge[1]) === String(ring[0])) break
      edge = from.get(String(edge[1]))?.[0]
    }
    if (!edge) return null
    rings.push(ring)
  }
  return rings
}

// A hole belongs to the smallest border around it.
function isWithin(hole: Point[], border: Point[], borders: Point[][]): boolean {
  const around = borders.filter((candidate) => contains(candidate, hole))
  const smallest = around.sort((one, other) => signedArea(one) - signedArea(other))[0]
  return smallest === border
}

function contains(border: Point[], hole: Point[]): boolean {
  const [x, y] = hole[0] ?? [0, 0]
  let inside = false
  for (let at = 0, before = border.length - 1; at < border.length; before = at++) {
    const [x1, y1] = border[at] ?? [0, 0]
    const [x2, y2] = border[before] ?? [0, 0]
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}
