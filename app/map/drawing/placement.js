// @ts-check
import { along, smoothEnough, smoothPath } from './line-text.js'

/** @typedef {import('./names.js').Name} Name */
/** @typedef {import('./names.js').Kind} Kind */
/** @typedef {import('./geometry.js').Line} Line */
/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */
/** @typedef {{ kind: Kind, text: string, sizePx: number, path?: Line, lines?: string[], at?: { x: number, y: number }, box: Box }} Label */
/** @typedef {{ fromZoom: number, toZoom: number, sizePx: (zoom: number) => number, room: number, apart: number }} Rule */

/**
 * When each kind of name is shown, how large, and in which order they take their room: districts first, lanes last.
 * `room`: how much of its own width a place must have; `apart`: pixels between the same name twice.
 * @type {readonly (readonly [Kind, Rule])[]}
 */
export const rules = [
  ['district', { fromZoom: 11, toZoom: 15, sizePx: (z) => [10, 11, 12.5, 14, 15][z - 11] ?? 12, room: 0.55, apart: 0 }],
  ['neighbour', { fromZoom: 9, toZoom: 14, sizePx: (z) => (z < 11 ? 11 : 13), room: 0.5, apart: 0 }],
  ['shield', { fromZoom: 12, toZoom: 17, sizePx: () => 9.5, room: 1, apart: 420 }],
  ['highway', { fromZoom: 14, toZoom: 19, sizePx: (z) => (z < 16 ? 11 : 12.5), room: 1.1, apart: 420 }],
  ['major', { fromZoom: 13, toZoom: 19, sizePx: (z) => [10, 11, 11.5, 12.5][z - 13] ?? 13.5, room: 1.1, apart: 420 }],
  ['park', { fromZoom: 13, toZoom: 19, sizePx: (z) => (z < 15 ? 10.5 : 11.5), room: 0.75, apart: 0 }],
  ['minor', { fromZoom: 15, toZoom: 19, sizePx: (z) => [10, 11, 12][z - 15] ?? 13, room: 1.1, apart: 380 }],
]

/**
 * Where every name of the town stands at one zoom. Worked out for the whole town at once, always in the same order: so two
 * tiles that share a name draw it at the same place, and none is cut.
 * @param {readonly Name[]} names @param {number} zoom @param {import('./font.js').Font} font
 * @returns {(box: Box) => Label[]}
 */
export function placeNames(names, zoom, font) {
  const side = 256 * 2 ** zoom
  const taken = boxIndex()
  const shown = boxIndex()
  /** @type {Map<string, { x: number, y: number }[]>} */
  const placed = new Map()
  for (const [kind, rule] of rules) {
    if (zoom < rule.fromZoom || zoom > rule.toZoom) continue
    for (const name of names) {
      if (name.kind !== kind || !font.canWrite(name.text)) continue
      for (const { label, boxes, at } of candidates(name, rule, zoom, side, font)) {
        const before = placed.get(name.text) ?? []
        if (before.some((other) => Math.hypot(other.x - at.x, other.y - at.y) < rule.apart)) continue
        if (boxes.some((box) => taken.hits(box))) continue
        for (const box of boxes) taken.add(box, null)
        shown.add(label.box, label)
        placed.set(name.text, [...before, at])
      }
    }
  }
  return (box) => /** @type {Label[]} */ (shown.within(box))
}

/** Names in the order in which they take their room. @param {Name[]} names */
export const byWeight = (names) =>
  [...names].sort(
    (one, other) => other.reach - one.reach || (one.text < other.text ? -1 : one.text > other.text ? 1 : 0),
  )

/** @typedef {{ label: Label, boxes: Box[], at: { x: number, y: number } }} Candidate */

/** @param {Name} name @param {Rule} rule @param {number} zoom @param {number} side @param {import('./font.js').Font} font @returns {Iterable<Candidate>} */
function candidates(name, rule, zoom, side, font) {
  const sizePx = rule.sizePx(zoom)
  if (name.kind === 'shield') return shieldsOn(name, sizePx, side, rule.apart)
  if (name.line) return alongLine(name, rule, sizePx, side, font)
  return atPoint(name, rule, sizePx, side, font)
}

/** @param {Name} name @param {Rule} rule @param {number} sizePx @param {number} side @param {import('./font.js').Font} font @returns {Iterable<Candidate>} */
function* alongLine({ kind, text, line = [] }, rule, sizePx, side, font) {
  const width = font.widthOf(text, sizePx)
  const street = along(line.map(({ x, y }) => ({ x: x * side, y: y * side })))
  if (street.length < width * rule.room) return
  const times = Math.max(1, Math.round(street.length / (rule.apart * 1.4)))
  for (let time = 0; time < times; time++) {
    const stretch = street.length / times
    for (const shift of [0, -0.15, 0.15, -0.3, 0.3]) {
      const middle = (time + 0.5 + shift) * stretch
      const from = middle - width / 2
      if (from < 0 || from + width > street.length) continue
      if (!smoothEnough(street.part(from, from + width), sizePx)) continue
      const path = smoothPath(street, from - sizePx / 2, from + width + sizePx / 2, sizePx)
      const readable = isBackwards(path) ? path.reverse() : path
      const boxes = boxesAlong(street, from, width, sizePx)
      yield { label: { kind, text, sizePx, path: readable, box: around(boxes) }, boxes, at: street.at(middle) }
      // Whoever takes a candidate also gets the later ones; those are then too near to it.
    }
  }
}

/** @param {Name} name @param {number} sizePx @param {number} side @param {number} apart @returns {Iterable<Candidate>} */
function* shieldsOn({ kind, text, line = [] }, sizePx, side, apart) {
  const road = along(line.map(({ x, y }) => ({ x: x * side, y: y * side })))
  const times = Math.max(1, Math.round(road.length / (apart * 1.4)))
  if (road.length < 60) return
  for (let time = 0; time < times; time++) {
    const at = road.at(((time + 0.5) / times) * road.length)
    const half = { x: sizePx * 0.35 * text.length + 5, y: sizePx * 0.8 }
    const box = { left: at.x - half.x, right: at.x + half.x, top: at.y - half.y, bottom: at.y + half.y }
    yield { label: { kind, text, sizePx, at, lines: [text], box }, boxes: [box], at }
  }
}

/** @param {Name} name @param {Rule} rule @param {number} sizePx @param {number} side @param {import('./font.js').Font} font @returns {Iterable<Candidate>} */
function* atPoint({ kind, text, point, reach }, rule, sizePx, side, font) {
  if (!point) return
  const spacing = kind === 'district' ? sizePx * 0.08 : 0
  const words = kind === 'district' ? text.toLocaleUpperCase() : text
  const whole = font.widthOf(words, sizePx, spacing)
  const lines = whole > sizePx * 9 ? brokenInTwo(words) : [words]
  const width = Math.max(...lines.map((line) => font.widthOf(line, sizePx, spacing)))
  if (reach * side < width * rule.room) return
  const at = { x: point.x * side, y: point.y * side }
  const height = lines.length * sizePx * 1.25
  const margin = 4
  const box = {
    left: at.x - width / 2 - margin,
    right: at.x + width / 2 + margin,
    top: at.y - height / 2 - margin,
    bottom: at.y + height / 2 + margin,
  }
  yield { label: { kind, text, sizePx, lines, at, box }, boxes: [box], at }
}

/** At the space or stroke nearest to the middle. @param {string} text */
function brokenInTwo(text) {
  const breaks = [...text.matchAll(/[\s/-]/g)].map(({ index }) => index)
  if (breaks.length === 0) return [text]
  const middle = text.length / 2
  const at = breaks.reduce((best, one) => (Math.abs(one - middle) < Math.abs(best - middle) ? one : best))
  const stroke = text[at] === ' ' ? '' : (text[at] ?? '')
  return [text.slice(0, at) + stroke, text.slice(at + 1)]
}

/** @param {Line} path */
function isBackwards(path) {
  const [first, last] = [path[0], path.at(-1)]
  return first !== undefined && last !== undefined && last.x < first.x
}

/** @param {ReturnType<typeof along>} street @param {number} from @param {number} width @param {number} sizePx @returns {Box[]} */
function boxesAlong(street, from, width, sizePx) {
  const half = sizePx * 0.75
  const steps = Math.max(1, Math.ceil(width / sizePx))
  return Array.from({ length: steps + 1 }, (_, step) => {
    const { x, y } = street.at(from + (width * step) / steps)
    return { left: x - half, right: x + half, top: y - half, bottom: y + half }
  })
}

/** @param {Box[]} boxes @returns {Box} */
const around = (boxes) => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
})

/** Boxes by the squares of a grid that they touch. */
function boxIndex() {
  const squarePx = 64
  /** @type {Map<string, { box: Box, label: Label | null }[]>} */
  const squares = new Map()
  /** @param {Box} box */
  function* keys({ left, top, right, bottom }) {
    for (let y = Math.floor(top / squarePx); y <= Math.floor(bottom / squarePx); y++) {
      for (let x = Math.floor(left / squarePx); x <= Math.floor(right / squarePx); x++) yield `${x}/${y}`
    }
  }
  /** @param {Box} one @param {Box} other */
  const overlap = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
  return {
    /** @param {Box} box @param {Label | null} label */
    add(box, label) {
      for (const key of keys(box)) {
        const square = squares.get(key)
        if (square) square.push({ box, label })
        else squares.set(key, [{ box, label }])
      }
    },
    /** @param {Box} box */
    hits(box) {
      for (const key of keys(box)) if (squares.get(key)?.some((other) => overlap(box, other.box))) return true
      return false
    },
    /** @param {Box} box @returns {(Label | null)[]} */
    within(box) {
      /** @type {Set<Label | null>} */
      const found = new Set()
      for (const key of keys(box)) {
        for (const other of squares.get(key) ?? []) if (overlap(box, other.box)) found.add(other.label)
      }
      return [...found]
    },
  }
}
