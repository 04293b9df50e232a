import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { Prisma, type Tx } from '~/platform/db.server'

/** A layer of the base map: its name says how it is drawn (`water`, `parks`, `streets-minor`, ...), `geojson` is a FeatureCollection. */
export type BasemapLayer = { name: string; geojson: string }

const compress = promisify(gzip)
const expand = promisify(gunzip)
const largestLayerBytes = 256 * 1024 * 1024

/** Puts a city's base map in place of the one before; the import calls it in its transaction. The same layers again change nothing. */
export async function storeBasemap(tx: Tx, layers: readonly BasemapLayer[]): Promise<void> {
  await tx.basemapLayer.deleteMany({ where: { name: { notIn: layers.map(({ name }) => name) } } })
  for (const [position, { name, geojson }] of layers.entries()) {
    const sha256 = createHash('sha256').update(geojson).digest('hex')
    const before = await tx.basemapLayer.findUnique({ where: { name }, select: { position: true, sha256: true } })
    if (before?.sha256 === sha256 && before.position === position) continue
    const layer = { position, sha256, features: new Uint8Array(await compress(geojson)) }
    await tx.basemapLayer.upsert({ where: { name }, create: { name, ...layer }, update: layer })
  }
}

/** The layers of this town, first drawn first. */
export async function basemapOf(tx: Tx): Promise<BasemapLayer[]> {
  const rows = await tx.basemapLayer.findMany({ orderBy: { position: 'asc' } })
  return Promise.all(
    rows.map(async ({ name, features }) => {
      const geojson = await expand(features, { maxOutputLength: largestLayerBytes })
      return { name, geojson: geojson.toString('utf8') }
    }),
  )
}

/** The town's areas, for their names and borders on the map; without a base map they are the map. */
export async function areasOf(tx: Tx): Promise<{ name: string; outline: unknown }[]> {
  return tx.area.findMany({ select: { name: true, outline: true }, orderBy: { key: 'asc' } })
}

/** What everything drawn depends on, in one short word: changes when a layer, an area or a colour of the town does. */
export async function drawingKeyOf(tx: Tx): Promise<string> {
  const [row] = await tx.$queryRaw<{ key: string }[]>(Prisma.sql`
    SELECT md5(
      coalesce((SELECT string_agg(name || ':' || sha256, ',' ORDER BY position, name) FROM basemap_layer), '') || '/' ||
      coalesce((SELECT string_agg(key || ':' || name || ':' || md5(outline::text), ',' ORDER BY key) FROM area), '') || '/' ||
      coalesce((SELECT settings->>'theme' FROM town), '')
    ) AS key`)
  return row?.key.slice(0, 16) ?? 'none'
}
