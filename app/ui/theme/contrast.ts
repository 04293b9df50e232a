import { type Scheme, schemes, type Tokens } from './tokens'

type Pair = { text: string; on: string; atLeast: number }
export type ContrastProblem = { scheme: Scheme; text: string; on: string; ratio: number; atLeast: number }

const readable = 4.5
const visible = 3
const grounds = ['paper', 'surface', 'soft']
const texts = ['ink', 'muted', 'brand', 'link', 'danger', 'warn', 'ok', 'info']

/** Every pair of colours that meets on a page: text needs 4.5:1 (WCAG 1.4.3), the edge of a control 3:1 (1.4.11). */
export const pairs: readonly Pair[] = [
  ...texts.flatMap((text) => grounds.map((on) => ({ text, on, atLeast: readable }))),
  { text: 'on-brand', on: 'brand', atLeast: readable },
  // White words on a filled sign, and a sign on the map.
  ...['danger', 'warn', 'ok', 'info'].map((on) => ({ text: 'surface', on, atLeast: readable })),
  ...['danger', 'warn', 'ok', 'info', 'brand', 'ink'].map((text) => ({ text, on: 'map-land', atLeast: visible })),
  { text: 'ink', on: 'map-park', atLeast: readable },
  { text: 'ink', on: 'map-water', atLeast: readable },
  { text: 'control', on: 'paper', atLeast: visible },
  { text: 'control', on: 'surface', atLeast: visible },
  // The focus mark is a ring with a dark edge: one of the two always stands out.
  { text: 'focus-ink', on: 'focus', atLeast: readable },
]

/** Which colours of a theme a person could not read, for the town that uploads it; empty when all is well. */
export function contrastProblems(tokens: Tokens): ContrastProblem[] {
  return schemes.flatMap((scheme) => [
    ...pairs.flatMap(({ text, on, atLeast }) => {
      const ratio = contrastBetween(colourOf(tokens, scheme, text), colourOf(tokens, scheme, on))
      return ratio < atLeast ? [{ scheme, text, on, ratio, atLeast }] : []
    }),
    ...focusProblems(tokens, scheme),
  ])
}

function focusProblems(tokens: Tokens, scheme: Scheme): ContrastProblem[] {
  return grounds.flatMap((on) => {
    const ground = colourOf(tokens, scheme, on)
    const ring = contrastBetween(colourOf(tokens, scheme, 'focus'), ground)
    const edge = contrastBetween(colourOf(tokens, scheme, 'focus-ink'), ground)
    const ratio = Math.max(ring, edge)
    return ratio < visible ? [{ scheme, text: 'focus', on, ratio, atLeast: visible }] : []
  })
}

/** WCAG 2 contrast between two colours written as #RRGGBB, rounded down to hundredths so that 4.499 does not pass. */
export function contrastBetween(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return Math.floor(((lighter + 0.05) / (darker + 0.05)) * 100) / 100
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const colourOf = (tokens: Tokens, scheme: Scheme, name: string) => String(tokens.color?.[scheme]?.[name] ?? '#000000')
