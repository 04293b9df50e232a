// @ts-check
import { turn } from './geometry.js'

/** @typedef {import('./geometry.js').Line} Line */

/** A line by the way along it: its length, a point and a part. @param {Line} line */
export function along(line) {
  const ways = [0]
  for (let at = 1; at < line.length; at++) {
    const [a, b] = [line[at - 1], line[at]]
    ways.push((ways[at - 1] ?? 0) + (a && b ? Math.hypot(b.x - a.x, b.y - a.y) : 0))
  }
  const length = ways.at(-1) ?? 0
  /** @param {number} way */
  const segmentAt = (way) => {
    let [low, high] = [0, line.length - 2]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((ways[middle] ?? 0) <= way) low = middle
      else high = middle - 1
    }
    return Math.max(0, low)
  }
  /** Past its ends a line goes on straight. @param {number} way */
  const at = (way) => {
    const segment = segmentAt(way)
    const [a, b] = [line[segment], line[segment + 1]]
    if (!a || !b) return line[0] ?? { x: 0, y: 0 }
    const start = ways[segment] ?? 0
    const share = (way - start) / ((ways[segment + 1] ?? start) - start || 1)
    return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
  }
  /** @param {number} from @param {number} to @returns {Line} */
  const part = (from, to) => {
    const between = line.filter((_, index) => (ways[index] ?? 0) > from && (ways[index] ?? 0) < to)
    return [at(from), ...between, at(to)]
  }
  return { length, at, part }
}

const sharpestTurn = (28 * Math.PI) / 180
const mostTurn = (60 * Math.PI) / 180

/** Whether letters of this size can follow the path without falling over each other. @param {Line} path @param {number} sizePx */
export function smoothEnough(path, sizePx) {
  const way = along(path)
  const steps = Math.max(2, Math.ceil(way.length / sizePx))
  /** @type {number[]} */
  const headings = []
  for (let step = 0; step < steps; step++) {
    const [a, b] = [way.at((way.length * step) / steps), way.at((way.length * (step + 1)) / steps)]
    headings.push(Math.atan2(b.y - a.y, b.x - a.x))
  }
  let turned = 0
  for (let step = 1; step < headings.length; step++) {
    const by = turn(headings[step - 1] ?? 0, headings[step] ?? 0)
    if (Math.abs(by) > sharpestTurn) return false
    turned += Math.abs(by)
  }
  return turned <= mostTurn
}

/** The path that letters follow: small kinks are rounded off, or letters would fall over each other there. @param {ReturnType<typeof along>} street @param {number} from @param {number} to @param {number} sizePx @returns {Line} */
export function smoothPath(street, from, to, sizePx) {
  const steps = Math.max(1, Math.round((to - from) / (sizePx * 0.6)))
  return Array.from({ length: steps + 1 }, (_, step) => {
    const way = from + ((to - from) * step) / steps
    const near = [-1, -0.5, 0, 0.5, 1].map((shift) => street.at(way + shift * sizePx))
    return { x: mean(near.map(({ x }) => x)), y: mean(near.map(({ y }) => y)) }
  })
}

/** @param {number[]} numbers */
const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
