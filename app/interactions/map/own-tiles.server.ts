import { createHash } from 'node:crypto'
import { keptPictures } from '~/map/kept-pictures.server'
import type { MapTheme } from '~/map/picture-address'
import type { Tile } from '~/map/quadkey'
import { timeHere } from '~/platform/clock.server'
import { env } from '~/platform/env.server'
import type { MapPicture } from './town-picture.server'

const kept = keptPictures({ memoryBytes: 16 * 1024 * 1024, diskBytes: 512 * 1024 * 1024 })
const patienceMs = 5_000
const largestTileBytes = 2 * 1024 * 1024
const daysKept = 7

/** A tile of the town's own base map, fetched by this server so that no browser talks to anybody else; null without one, or while it fails. */
export async function ownTile(tile: Tile, theme: MapTheme): Promise<MapPicture | null> {
  const template = env().mapTilesUrl
  if (!template) return null
  const address = tileAddressOf(template, tile, theme)
  // A new name each week: so long may a tile be old.
  const week = Math.floor(timeHere().getTime() / (daysKept * 86_400_000))
  const name = createHash('sha256').update(`${address} ${week}`).digest('hex').slice(0, 32)
  try {
    const bytes = await kept(`own/${name.slice(0, 2)}/${name}`, () => fetchTile(address))
    const type = typeOf(bytes)
    return type ? { bytes, type, tag: `"${name}"`, isLasting: false } : null
  } catch {
    // Their server is down or answers nonsense: the map we draw ourselves is better than a grey square.
    return null
  }
}

/** The address of a tile: whole numbers and a theme go into the operator's template, nothing a visitor typed. */
export function tileAddressOf(template: string, { z, x, y }: Tile, theme: MapTheme): string {
  const values: Record<string, string> = { z: String(z), x: String(x), y: String(y), theme, r: '@2x' }
  return template.replace(
    /\{(z|x|y|theme|r)\}|%7B(z|x|y|theme|r)%7D/gi,
    (_, name, coded) => values[name ?? coded] ?? '',
  )
}

async function fetchTile(address: string): Promise<Buffer> {
  const ending = AbortSignal.timeout(patienceMs)
  const asking = new AbortController()
  // No redirects: they could lead to a machine that only this server can reach.
  const answer = await fetch(address, {
    redirect: 'error',
    signal: AbortSignal.any([ending, asking.signal]),
    headers: { Accept: 'image/png,image/webp,image/jpeg' },
  })
  const tile = answer.ok && answer.body ? await readAtMost(answer.body.getReader(), largestTileBytes) : null
  if (!tile || !typeOf(tile)) {
    // Nothing more is read of what is no tile.
    asking.abort()
    throw new Error(`The town's map server sent no tile (status ${answer.status}).`)
  }
  return tile
}

async function readAtMost(reader: ReadableStreamDefaultReader<Uint8Array>, mostBytes: number): Promise<Buffer | null> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(parts)
    bytes += value.length
    if (bytes > mostBytes) return null
    parts.push(value)
  }
}

/** What kind of picture it is, by its first bytes and not by what it says of itself. */
export function typeOf(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (text.startsWith('RIFF') && text.slice(8) === 'WEBP') return 'image/webp'
  return null
}
