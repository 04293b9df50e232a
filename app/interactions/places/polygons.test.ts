import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areaOfPlace, isInTown } from './areas.server'
import { joinedOutline } from './joined-outline'
import { boundsOfPolygons, isInside, metresToBorder, type Polygons, polygonsOf, type Ring } from './polygons'

const square = (west: number, south: number, side = 1): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]
const withHole: Polygons = [[square(0, 0, 4), square(1, 1)]]

test('a place in a hole is outside, and a place in an island of its own is inside', () => {
  expect(isInside(withHole, { lat: 0.5, lng: 0.5 })).toBe(true)
  expect(isInside(withHole, { lat: 1.5, lng: 1.5 })).toBe(false)
  expect(isInside([...withHole, [square(1.25, 1.25, 0.5)]], { lat: 1.5, lng: 1.5 })).toBe(true)
  expect(isInside(withHole, { lat: 5, lng: 5 })).toBe(false)
})

test('the nearest border is measured in metres over the ground', () => {
  const degree = 111_195
  expect(metresToBorder([[square(0, 0)]], { lat: 0.5, lng: 1.001 })).toBeCloseTo(0.001 * degree, 0)
  expect(metresToBorder([[square(10, 60)]], { lat: 60.5, lng: 11.001 })).toBeCloseTo(
    0.001 * degree * Math.cos((60.5 * Math.PI) / 180),
    0,
  )
})

test('what is no polygon is refused', () => {
  expect(polygonsOf({ type: 'Point', coordinates: [1, 2] })).toBeNull()
  expect(
    polygonsOf({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 1],
        ],
      ],
    }),
  ).toBeNull()
  expect(
    polygonsOf({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 1],
          [2, 999],
          [0, 0],
        ],
      ],
    }),
  ).toBeNull()
  expect(polygonsOf(null)).toBeNull()
})

test('areas that share a border have one outline, and the hole between them stays', () => {
  const outline = joinedOutline([[[square(0, 0)]], [[square(1, 0)]]])
  expect(outline?.coordinates).toHaveLength(1)
  expect(outline?.coordinates[0]).toHaveLength(1)
  expect(isInside(outline?.coordinates as Polygons, { lat: 0.5, lng: 1 })).toBe(true)
  const ringOfEight = [0, 1, 2]
    .flatMap((x) => [0, 1, 2].map((y) => [x, y] as const))
    .filter(([x, y]) => x !== 1 || y !== 1)
  const ring = joinedOutline(ringOfEight.map(([x, y]) => [[square(x, y)]]))
  expect(ring?.coordinates[0]).toHaveLength(2)
  expect(isInside(ring?.coordinates as Polygons, { lat: 1.5, lng: 1.5 })).toBe(false)
})

test('a hole that a neighbour fills disappears from the outline', () => {
  const outline = joinedOutline([withHole, [[square(1, 1)]]])
  expect(outline?.coordinates).toHaveLength(1)
  expect(outline?.coordinates[0]).toHaveLength(1)
})

test('in and out agree between areas and their joined outline, wherever the place is', () => {
  const cells = [0, 1, 2, 3].flatMap((x) => [0, 1, 2].map((y) => ({ x, y })))
  fc.assert(
    fc.property(
      fc.subarray(cells, { minLength: 1 }),
      fc.double({ min: -1, max: 5, noNaN: true }),
      fc.double({ min: -1, max: 4, noNaN: true }),
      (chosen, lng, lat) => {
        const areas = chosen.map(({ x, y }): Polygons => [[square(x, y)]])
        const outline = joinedOutline(areas)?.coordinates as Polygons
        const onEdge = areas.some((area) => metresToBorder(area, { lat, lng }) < 1)
        fc.pre(!onEdge)
        expect(isInside(outline, { lat, lng })).toBe(areas.some((area) => isInside(area, { lat, lng })))
      },
    ),
  )
})

const area = (key: string, polygons: Polygons) => ({ key, name: key, polygons, bounds: boundsOfPolygons(polygons) })

test('a pier belongs to the area it hangs on, and the open sea to none', () => {
  const areas = [area('west', [[square(4.88, 52.36, 0.01)]]), area('east', [[square(4.89, 52.36, 0.01)]])]
  expect(areaOfPlace(areas, { lat: 52.365, lng: 4.9008 })?.key).toBe('east')
  expect(areaOfPlace(areas, { lat: 52.365, lng: 4.885 })?.key).toBe('west')
  expect(areaOfPlace(areas, { lat: 52.365, lng: 4.92 })).toBeNull()
})

test('a town without an outline reaches as far as its reports, and a town without both has no inside', () => {
  expect(isInTown({ outline: null, bounds: [4.8, 52.3, 4.9, 52.4] }, 52.35, 4.85)).toBe(true)
  expect(isInTown({ outline: null, bounds: [4.8, 52.3, 4.9, 52.4] }, 51, 4.85)).toBe(false)
  expect(isInTown({ outline: null, bounds: null }, 52.35, 4.85)).toBe(false)
  expect(isInTown({ outline: null, bounds: [4.8, 52.3, 4.9, 52.4] }, Number.NaN, 4.85)).toBe(false)
})
