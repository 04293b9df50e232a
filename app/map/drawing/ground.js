// @ts-check
import GeoJSONVT from 'geojson-vt'

/** @typedef {{ type: 2 | 3, tags: Record<string, unknown>, rings: number[][] }} Shape rings are flat: x, y, x, y in pixels */
/** @typedef {{ zoom: number, x: number, y: number, width: number, height: number }} View x and y: pixels of the world at this zoom */

// One unit is 1/64 of a pixel on its own level; past the deepest level shapes are only enlarged, and memory stays bounded.
const extent = 16_384
const deepestLevel = 15
const bufferPx = 24
const pixelsPerTile = 256

/**
 * Cuts a layer into tiles on demand.
 * @param {readonly any[]} features GeoJSON
 * @returns {(view: View) => Shape[]}
 */
export function shapesOf(features) {
  const index = new GeoJSONVT(
    { type: 'FeatureCollection', features: [...features] },
    {
      maxZoom: deepestLevel,
      indexMaxZoom: 9,
      indexMaxPoints: 0,
      extent,
      buffer: (bufferPx * extent) / pixelsPerTile,
      tolerance: extent / pixelsPerTile / 4,
    },
  )
  return (view) => tilesOf(view).flatMap((tile) => shapesIn(index.getTile(tile.z, tile.x, tile.y), tile, view))
}

/** @param {View} view */
function tilesOf({ zoom, x, y, width, height }) {
  const z = Math.min(zoom, deepestLevel)
  const side = pixelsPerTile * 2 ** (zoom - z)
  const tiles = []
  for (let ty = Math.floor(y / side); ty * side < y + height; ty++) {
    for (let tx = Math.floor(x / side); tx * side < x + width; tx++) tiles.push({ z, x: tx, y: ty, side })
  }
  return tiles
}

/**
 * @param {import('geojson-vt').LegacyTile | null} found
 * @param {{ x: number, y: number, side: number }} tile
 * @param {View} view
 * @returns {Shape[]}
 */
function shapesIn(found, tile, view) {
  const scale = tile.side / extent
  const left = tile.x * tile.side - view.x
  const top = tile.y * tile.side - view.y
  /** @type {Shape[]} */
  const shapes = []
  for (const feature of found?.features ?? []) {
    if (feature.type === 1) continue
    const rings = feature.geometry.map((ring) => ring.flatMap(([px, py]) => [left + px * scale, top + py * scale]))
    const seen = feature.type === 3 ? rings : rings.filter((ring) => isNear(ring, view))
    if (seen.some((ring) => isNear(ring, view)))
      shapes.push({ type: feature.type, tags: feature.tags ?? {}, rings: seen })
  }
  return shapes
}

/** @param {number[]} ring @param {View} view */
function isNear(ring, { width, height }) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < ring.length; at += 2) {
    left = Math.min(left, ring[at] ?? left)
    right = Math.max(right, ring[at] ?? right)
    top = Math.min(top, ring[at + 1] ?? top)
    bottom = Math.max(bottom, ring[at + 1] ?? bottom)
  }
  return right > -bufferPx && bottom > -bufferPx && left < width + bufferPx && top < height + bufferPx
}
