import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arranged, bubblePx } from './arrange'
import type { ClusterAnswer, IssuePin } from './cluster-answer'

// One degree is a thousand pixels here: enough to say what lies near what.
const spotOf = ({ lat, lng }: { lat: number; lng: number }) => ({ x: lng * 1000, y: -lat * 1000 })

const degrees = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000)
const pin: fc.Arbitrary<IssuePin> = fc.record({
  lat: degrees,
  lng: degrees,
  ref: fc.uuid(),
  state: fc.constantFrom('open', 'overdue', 'resolved'),
  title: fc.constant('Pothole'),
  pictogram: fc.constant('road'),
})
const cluster = fc.record({ lat: degrees, lng: degrees, n: fc.integer({ min: 2, max: 2000 }), states: fc.constant({}) })
const answer: fc.Arbitrary<ClusterAnswer> = fc
  .record({ clusters: fc.array(cluster, { maxLength: 40 }), pins: fc.array(pin, { maxLength: 40 }) })
  .map((parts) => ({ ...parts, total: parts.pins.length + parts.clusters.reduce((sum, { n }) => sum + n, 0) }))

test('nothing on the map lies on top of anything else, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(answer, { maxLength: 4 }), (answers) => {
      const items = arranged(answers, spotOf)
      const total = answers.reduce((sum, { total: n }) => sum + n, 0)
      expect(items.reduce((sum, { n }) => sum + n, 0)).toBe(total)
      expect(new Set(items.map(({ key }) => key)).size).toBe(items.length)
      const reach = (n: number) => (n === 1 ? 14 : bubblePx(n) / 2)
      for (const [at, one] of items.entries()) {
        for (const other of items.slice(at + 1)) {
          expect(Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y))).toBeGreaterThanOrEqual(
            reach(one.n) + reach(other.n),
          )
        }
      }
    }),
    { numRuns: 60 },
  )
})

const at = (lat: number, lng: number, ref: string, state: IssuePin['state'] = 'open'): IssuePin => ({
  lat,
  lng,
  ref,
  state,
  title: 'Pothole',
  pictogram: 'road',
})

test('issues at one address become one sign that still knows each of them', () => {
  const pins = [at(0.5, 0.5, 'A'), at(0.5, 0.5, 'B', 'overdue'), at(0.9, 0.9, 'C')]
  const items = arranged([{ total: 3, clusters: [], pins }], spotOf).sort((one, other) => other.n - one.n)
  expect(items.map(({ n }) => n)).toEqual([2, 1])
  expect(items[0]?.pins?.map(({ ref }) => ref).sort()).toEqual(['A', 'B'])
  expect(items[0]?.states).toEqual({ open: 1, overdue: 1 })
})

test('a bubble that holds issues nobody told apart does not pretend to know them', () => {
  const items = arranged(
    [{ total: 6, clusters: [{ lat: 0.5, lng: 0.5, n: 5, states: { open: 5 } }], pins: [at(0.5, 0.5, 'A')] }],
    spotOf,
  )
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({ n: 6, pins: null })
})

test('there are never more than three hundred things to draw', () => {
  const pins = Array.from({ length: 600 }, (_, n) => at(Math.floor(n / 25) * 0.5, (n % 25) * 0.5, String(n)))
  expect(arranged([{ total: 600, clusters: [], pins }], spotOf)).toHaveLength(300)
})
