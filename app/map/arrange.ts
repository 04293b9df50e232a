import type { IssueState } from '~/interactions/issues/issue.input'
import type { ClusterAnswer, IssuePin } from './cluster-answer'

/** A point of the screen, in pixels. */
export type Spot = { x: number; y: number }

/** One thing to draw: an issue by itself, or several together. `pins` is there when each of them is known. */
export type MapItem = Spot & {
  key: string
  n: number
  states: Partial<Record<IssueState, number>>
  pins: IssuePin[] | null
}

const mostItems = 300
/** How far a sign reaches from its middle; with the pictogram of its kind beside it, it is wider. */
export const signReachPx = { plain: 14, withKind: 26 } as const

/** How large a bubble is: it grows with the number, but slowly. */
export const bubblePx = (n: number) => (n < 10 ? 36 : n < 100 ? 42 : n < 1_000 ? 50 : 58)

/**
 * Everything that the squares of a view told, so that nothing lies on top of anything else: what would overlap becomes one
 * bubble. The largest first, each of the others joins the nearest it touches.
 */
export function arranged(
  answers: readonly ClusterAnswer[],
  spotOf: (place: { lat: number; lng: number }) => Spot,
  signPx: number = signReachPx.plain,
): MapItem[] {
  const reachOf = ({ n }: Pick<MapItem, 'n'>) => (n === 1 ? signPx : bubblePx(n) / 2)
  const all = answers.flatMap(({ clusters, pins }): MapItem[] => [
    ...clusters.map(({ n, states, ...place }) => ({ ...spotOf(place), key: '', n, states, pins: null })),
    ...pins.map((pin) => ({ ...spotOf(pin), key: '', n: 1, states: { [pin.state]: 1 }, pins: [pin] })),
  ])
  let items = all
  let before = Number.POSITIVE_INFINITY
  // Bubbles that took others in may have grown into their neighbours.
  while (items.length < before) {
    before = items.length
    items = mergedOnce(items, reachOf)
  }
  return items.slice(0, mostItems).map((item) => ({ ...item, key: keyOf(item) }))
}

function mergedOnce(items: readonly MapItem[], reachOf: (item: Pick<MapItem, 'n'>) => number): MapItem[] {
  const bySize = [...items].sort((one, other) => other.n - one.n || one.y - other.y || one.x - other.x)
  const grid = new Map<string, MapItem[]>()
  const placed: MapItem[] = []
  for (const item of bySize) {
    const near = neighbours(grid, item).find((other) => distance(item, other) < reachOf(item) + reachOf(other))
    if (near) join(near, item)
    else {
      placed.push(item)
      squareOf(grid, item.x, item.y).push(item)
    }
  }
  return placed
}

// Wider than two of the largest bubbles reach.
const squarePx = 64

function squareOf(grid: Map<string, MapItem[]>, x: number, y: number): MapItem[] {
  const key = `${Math.floor(x / squarePx)}/${Math.floor(y / squarePx)}`
  const square = grid.get(key) ?? []
  grid.set(key, square)
  return square
}

function neighbours(grid: Map<string, MapItem[]>, { x, y }: Spot): MapItem[] {
  const steps = [-squarePx, 0, squarePx]
  const found = steps.flatMap((dy) => steps.flatMap((dx) => squareOf(grid, x + dx, y + dy)))
  return found.sort((one, other) => distance({ x, y }, one) - distance({ x, y }, other))
}

// As boxes, not as circles: what a finger can hit is square.
const distance = (one: Spot, other: Spot) => Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y))

function join(into: MapItem, item: MapItem) {
  for (const [state, n] of Object.entries(item.states)) {
    into.states = { ...into.states, [state]: (into.states[state as IssueState] ?? 0) + n }
  }
  into.n += item.n
  into.pins = into.pins && item.pins ? [...into.pins, ...item.pins] : null
}

// The same issues keep their marker when the map moves, so that focus stays where it is.
const keyOf = ({ pins, n, states, x, y }: MapItem) =>
  pins
    ? pins
        .map(({ ref, state }) => `${ref}:${state}`)
        .sort()
        .join()
    : `${n}:${JSON.stringify(states)}:${Math.round(x)}:${Math.round(y)}`
