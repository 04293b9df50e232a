import { describe, expect, test } from 'vitest'
import { mapColours } from '../map-colours'
import { mapThemes } from '../picture-address'
import { worldOf } from '../quadkey'
import { readFont } from './font.js'
import { tidied } from './names.js'
import { escaped } from './svg.js'
import { townMap } from './town-map.js'

const street = (name: string, from: [number, number], to: [number, number]) => ({
  type: 'Feature',
  properties: { name },
  geometry: { type: 'LineString', coordinates: [from, to] },
})
const layer = (name: string, ...features: object[]) => ({
  name,
  geojson: JSON.stringify({ type: 'FeatureCollection', features }),
})
const square = {
  type: 'Polygon',
  coordinates: [
    [
      [4.88, 52.36],
      [4.92, 52.36],
      [4.92, 52.38],
      [4.88, 52.38],
      [4.88, 52.36],
    ],
  ],
}
const areas = [{ name: 'Oost & West', outline: square }]
const testdam = townMap({
  name: 'Testdam',
  areas,
  layers: [layer('streets-minor', street('Kerkstraat', [4.89, 52.37], [4.91, 52.37]))],
})

const zoom = 16
const side = 256 * 2 ** zoom
const tileOfPlace = (lat: number, lng: number) => {
  const { x, y } = worldOf({ lat, lng })
  return { x: Math.floor((x * side) / 256), y: Math.floor((y * side) / 256) }
}
const tileView = ({ x, y }: { x: number; y: number }) => ({ zoom, x: x * 256, y: y * 256, width: 256, height: 256 })
const drawn = (map: ReturnType<typeof townMap>, view: ReturnType<typeof tileView>, isWhole = false) =>
  map.svg({ view, colours: mapColours('light'), scale: 1, isWhole })

/** Where the names of a picture begin, in pixels of the world. */
function namesAt(svg: string, view: { x: number; y: number }): string[] {
  return [...svg.matchAll(/<path id="n\d+" fill="none" d="M([-\d.]+) ([-\d.]+)/g)].map(
    ([, x, y]) => `${(Number(x) + view.x).toFixed(1)},${(Number(y) + view.y).toFixed(1)}`,
  )
}

describe('names on the map', () => {
  test('a street name that crosses the edge of a tile stands at the same place in both, so that it is whole', () => {
    const first = tileOfPlace(52.37, 4.89)
    const last = tileOfPlace(52.37, 4.91)
    const tiles = Array.from({ length: last.x - first.x + 1 }, (_, at) => ({ x: first.x + at, y: first.y }))
    const seen = new Map<string, number>()
    for (const tile of tiles) {
      const view = tileView(tile)
      for (const at of namesAt(drawn(testdam, view), view)) seen.set(at, (seen.get(at) ?? 0) + 1)
    }
    expect(seen.size).toBeGreaterThan(0)
    // The street is drawn on eight tiles; its few names reach over the edges between them.
    expect(Math.max(...seen.values())).toBeGreaterThan(1)
  })

  test('a still map leaves a name out that would be cut at its edge', () => {
    const tile = tileOfPlace(52.37, 4.9)
    const narrow = { ...tileView(tile), width: 30 }
    expect(drawn(testdam, narrow, true)).not.toContain('Kerkstraat')
  })

  test('a hostile street name is drawn as text and opens nothing', () => {
    const name = `"/><image href="https://evil.example/x.png"/><text x='1'>&amp;`
    const map = townMap({
      name: 'T',
      areas: [],
      layers: [layer('streets-major', street(name, [4.88, 52.37], [4.92, 52.37]))],
    })
    const pictures = [tileOfPlace(52.37, 4.9), tileOfPlace(52.37, 4.905), tileOfPlace(52.37, 4.895)].map((tile) =>
      drawn(map, tileView(tile)),
    )
    expect(pictures.some((svg) => svg.includes('&quot;/&gt;&lt;image'))).toBe(true)
    for (const svg of pictures) expect(svg).not.toContain('<image')
  })

  test('no sign that means something in XML gets through', () => {
    expect(escaped(`<a b="c" d='e'>&`)).toBe('&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;')
    expect(tidied('Kerk\u0000straat\u202E \ud800 noord')).not.toMatch(/[\p{Cc}\p{Cs}]/u)
  })

  test('a name that a register shouts is written as people write it', () => {
    expect(tidied('EMBANKMENT ROAD')).toBe('Embankment Road')
    expect(tidied('  Café   Noirlaan ')).toBe('Café Noirlaan')
    expect(tidied('A1')).toBe('A1')
    expect(tidied(null)).toBe('')
  })

  test('the font knows how wide a text is, and what it cannot write', () => {
    const font = readFont()
    const narrow = font.widthOf('iiii', 10)
    const wide = font.widthOf('mmmm', 10)
    expect(narrow).toBeGreaterThan(5)
    expect(wide).toBeGreaterThan(2 * narrow)
    expect(font.widthOf('mmmm', 20)).toBeCloseTo(2 * wide)
    expect(font.canWrite('Café Ærø Łódź')).toBe(true)
    expect(font.canWrite('東京')).toBe(false)
  })
})

describe('what is drawn', () => {
  test('two halves of a lake that overlap where tiles meet do not cancel each other out', () => {
    const lake = { type: 'Feature', properties: {}, geometry: square }
    const map = townMap({ name: 'T', areas: [], layers: [layer('water', lake)] })
    const { x, y } = tileOfPlace(52.37, 4.9)
    const svg = map.svg({
      view: { zoom, x: x * 256 - 200, y: y * 256 - 200, width: 600, height: 400 },
      colours: mapColours('light'),
      scale: 1,
    })
    const fills = [...svg.matchAll(/<path fill="#BBD7E6"[^>]*d="([^"]*)"/g)]
    expect(fills.length).toBeGreaterThan(1)
    for (const [, d] of fills) expect(d?.match(/M/g)).toHaveLength(1)
  })

  test('each theme is drawn in its own colours of land, and a town may change them', () => {
    const view = tileView(tileOfPlace(52.37, 4.9))
    const lands = mapThemes.map(
      (theme) => testdam.svg({ view, colours: mapColours(theme), scale: 1 }).match(/<rect[^>]*fill="(#\w+)"/)?.[1],
    )
    expect(lands).toEqual(['#F3F1EA', '#1B2320', '#FFFFFF', '#000000'])
    const own = mapColours('light', { color: { light: { 'map-land': { $value: '#ffeedd' } } } })
    expect(testdam.svg({ view, colours: own, scale: 1 })).toContain('fill="#ffeedd"')
  })

  test('a city without a base map is drawn by its areas, with their names', async () => {
    const map = townMap({ name: 'T', areas, layers: [] })
    const { x, y } = worldOf({ lat: 52.37, lng: 4.9 })
    const wide = 256 * 2 ** 14
    const view = { zoom: 14, x: Math.round(x * wide) - 200, y: Math.round(y * wide) - 100, width: 400, height: 200 }
    expect(map.svg({ view, colours: mapColours('light'), scale: 1 })).toContain('OOST &amp; WEST')
  })

  test('a layer that is no GeoJSON does not take the map away', () => {
    const map = townMap({
      name: 'T',
      areas,
      layers: [
        { name: 'parks', geojson: '<html>' },
        { name: 'water', geojson: '{}' },
      ],
    })
    expect(drawn(map, tileView(tileOfPlace(52.37, 4.9)))).toContain('</svg>')
  })

  test('a tile comes out as a PNG of 512 pixels that is small enough to send', async () => {
    const png = await testdam.png({ view: tileView(tileOfPlace(52.37, 4.9)), colours: mapColours('light'), scale: 2 })
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([512, 512])
    expect(png.length).toBeLessThan(20_000)
  })
})
