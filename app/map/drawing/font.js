// @ts-check
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The one font of the map, named by its file: no machine's own fonts change what a town's map looks like. */
export const fontFile = fileURLToPath(new URL('./fonts/NotoSans_500Medium.ttf', import.meta.url))
export const fontFamily = 'Noto Sans'

/** @typedef {{ widthOf: (text: string, sizePx: number, spacing?: number) => number, canWrite: (text: string) => boolean }} Font */

/**
 * How wide a text will be and whether the font has all its letters: read from the font's own tables (OpenType `cmap`
 * format 4, `hmtx`). Without kerning: right to a few per cent, which is enough to leave room for a name.
 * @param {string} [file] @returns {Font}
 */
export function readFont(file = fontFile) {
  const bytes = readFileSync(file)
  const table = tablesOf(bytes)
  const unitsPerEm = bytes.readUInt16BE(table('head') + 18)
  const measured = bytes.readUInt16BE(table('hhea') + 34)
  const widths = table('hmtx')
  const glyphs = glyphsOf(bytes, table('cmap'))
  /** @param {number} letter */
  const advanceOf = (letter) => {
    const glyph = Math.min(glyphs.get(letter) ?? 0, measured - 1)
    return bytes.readUInt16BE(widths + glyph * 4)
  }
  return {
    widthOf(text, sizePx, spacing = 0) {
      let units = 0
      let letters = 0
      for (const letter of text) {
        units += advanceOf(letter.codePointAt(0) ?? 0)
        letters += 1
      }
      return (units / unitsPerEm) * sizePx + letters * spacing
    },
    canWrite: (text) => [...text].every((letter) => glyphs.has(letter.codePointAt(0) ?? 0)),
  }
}

/** @param {Buffer} bytes @returns {(name: string) => number} */
function tablesOf(bytes) {
  /** @type {Map<string, number>} */
  const offsets = new Map()
  const count = bytes.readUInt16BE(4)
  for (let at = 0; at < count; at++) {
    const record = 12 + at * 16
    offsets.set(bytes.toString('latin1', record, record + 4), bytes.readUInt32BE(record + 8))
  }
  return (name) => {
    const offset = offsets.get(name)
    if (offset === undefined) throw new Error(`The font has no table "${name}".`)
    return offset
  }
}

/** @param {Buffer} bytes @param {number} cmap @returns {Map<number, number>} */
function glyphsOf(bytes, cmap) {
  const count = bytes.readUInt16BE(cmap + 2)
  for (let at = 0; at < count; at++) {
    const start = cmap + bytes.readUInt32BE(cmap + 4 + at * 8 + 4)
    if (bytes.readUInt16BE(start) === 4) return readFormat4(bytes, start)
  }
  throw new Error('The font has no table of letters that we can read.')
}

/** @param {Buffer} bytes @param {number} start */
function readFormat4(bytes, start) {
  const doubled = bytes.readUInt16BE(start + 6)
  const ends = start + 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const ranges = deltas + doubled
  /** @type {Map<number, number>} */
  const glyphs = new Map()
  for (let at = 0; at < doubled; at += 2) {
    const first = bytes.readUInt16BE(starts + at)
    const last = bytes.readUInt16BE(ends + at)
    const delta = bytes.readUInt16BE(deltas + at)
    const range = bytes.readUInt16BE(ranges + at)
    for (let letter = first; letter <= last && letter !== 0xffff; letter++) {
      const listed = range === 0 ? letter : bytes.readUInt16BE(ranges + at + range + (letter - first) * 2)
      const glyph = range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff
      if (glyph !== 0) glyphs.set(letter, glyph)
    }
  }
  return glyphs
}
