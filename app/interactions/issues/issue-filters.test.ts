import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addressWith,
  changed,
  filtersFrom,
  filtersToParams,
  type IssueFilters,
  isNarrowed,
  issueFilters,
  noFilters,
  periods,
  sorts,
  stateFilters,
} from './issue-filters.input'

const keys = fc.uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/), { maxLength: 5 }).map((all) => all.sort())
const coordinate = (min: number, max: number) => fc.integer({ min: min * 1e5, max: max * 1e5 }).map((n) => n / 1e5)
const day = fc.option(
  fc
    .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10)),
)
const near = fc.record({
  lat: coordinate(-85, 85),
  lng: coordinate(-180, 180),
  radiusM: fc.integer({ min: 50, max: 5000 }),
})
const box = fc
  .tuple(coordinate(-180, 178), coordinate(-85, 83), coordinate(0, 1), coordinate(0, 1))
  .map(([west, south, wide, high]) => {
    // An address knows no minus nought.
    const round = (n: number) => Math.round(n * 1e5) / 1e5 + 0
    return [west, south, round(west + wide + 0.00001), round(south + high + 0.00001)] as const
  })
const filters: fc.Arbitrary<IssueFilters> = fc.record({
  category: keys,
  state: fc.subarray([...stateFilters]),
  area: keys,
  period: fc.constantFrom(...periods),
  from: day,
  to: day,
  q: fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()),
  near: fc.option(near),
  box: fc.option(box),
  sort: fc.constantFrom(...sorts),
  after: fc.option(fc.stringMatching(/^[\w.-]{1,60}$/)),
})

test('whatever a person asks for stands in the address, and the address asks for the same', () => {
  fc.assert(
    fc.property(filters, (asked) => {
      expect(filtersFrom(filtersToParams(asked))).toEqual(asked)
    }),
  )
})

test('one question has one address, in whichever order it was put together', () => {
  const one = filtersToParams({ category: ['pothole', 'graffiti'], state: ['overdue', 'open'], q: 'lamp' })
  const other = filtersToParams({ q: 'lamp', state: ['open', 'overdue'], category: ['graffiti', 'pothole'] })
  expect(one.toString()).toBe('state=open&state=overdue&category=graffiti&category=pothole&q=lamp')
  expect(other.toString()).toBe(one.toString())
})

test('an address that somebody cut off or typed wrong still answers with what can be understood', () => {
  const hostile = new URLSearchParams(
    "state=open&state=sideways&category=Pot'hole&category=pothole&period=ever&from=2026-02-31&to=2026-11-23" +
      '&near=52.1&box=1,2,3&sort=random&after=%00%3B&radius=lots&q=%20%20lamp%20%20post%20',
  )
  expect(filtersFrom(hostile)).toEqual({
    ...noFilters,
    state: ['open'],
    category: ['pothole'],
    to: '2026-11-23',
    q: 'lamp post',
  })
})

test('a box that is inside out is no box', () => {
  expect(filtersFrom(new URLSearchParams('box=5,52,4,53')).box).toBeNull()
  expect(filtersFrom(new URLSearchParams('box=4,52,5,53')).box).toEqual([4, 52, 5, 53])
})

const bytes = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes))

test('any bytes in any filter are understood or left out, and never refused', () => {
  const anything = fc.dictionary(
    fc.constantFrom('category', 'state', 'area', 'period', 'from', 'to', 'q', 'near', 'radius', 'box', 'sort', 'after'),
    fc.oneof(bytes, fc.array(bytes, { maxLength: 4 })),
  )
  fc.assert(
    fc.property(anything, (raw) => {
      expect(issueFilters.safeParse(raw).success).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('the order and the page of a list do not narrow it', () => {
  expect(isNarrowed({ ...noFilters, sort: 'due', after: 'x' })).toBe(false)
  expect(isNarrowed({ ...noFilters, state: ['open'] })).toBe(true)
})

test('changing a filter leads back to the first page', () => {
  const second: IssueFilters = { ...noFilters, state: ['open'], after: 'abc' }
  expect(addressWith('/issues', changed(second, { state: ['closed'] }))).toBe('/issues?state=closed')
  expect(addressWith('/issues', noFilters)).toBe('/issues')
})
