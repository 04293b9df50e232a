import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mapVersion } from '~/map/picture-address'
import { tileAt } from '~/map/quadkey'
import { env, useEnv } from '~/platform/env.server'
import { enterAs } from '~/safeguards/door.server'
import { useTown } from '~tests/town'
import { basemapOf, drawingKeyOf, storeBasemap } from './basemap.server'
import { pictureResponse } from './picture-response.server'
import { showStill } from './show-still.server'
import { showTile } from './show-tile.server'

const dataDir = mkdtempSync(join(tmpdir(), 'meent-map-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
const town = useTown({ dataDir })

const line = (name: string) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { name },
        geometry: {
          type: 'LineString',
          coordinates: [
            [4.89, 52.37],
            [4.91, 52.37],
          ],
        },
      },
    ],
  })
const version = async () => mapVersion((await town.db.town.findUniqueOrThrow({ where: { id: 1 } })).version)
const middle = { lat: 52.37, lng: 4.9 }

async function tile(z = 15, place = middle, given: Record<string, string> = {}) {
  const { x, y } = tileAt(place, z)
  const raw = { version: await version(), theme: 'light', z: String(z), x: String(x), y: String(y), ...given }
  return enterAs(showTile, await town.visit('anybody'), raw)
}

describe('a square of the map', () => {
  test('is drawn, kept on disk and told apart by theme', async () => {
    const [light, dark] = [await tile(), await tile(15, middle, { theme: 'dark' })]
    if (!light.ok || !dark.ok) throw new Error('not drawn')
    expect(light.value.type).toBe('image/png')
    expect(light.value.bytes.readUInt32BE(16)).toBe(512)
    expect(light.value.bytes.equals(dark.value.bytes)).toBe(false)
    expect(
      readdirSync(join(dataDir, 'tiles'), { recursive: true }).filter((name) => String(name).endsWith('.png')).length,
    ).toBeGreaterThan(0)
  })

  test('may be kept for good when its address carries the version of now, and not when it carries another', async () => {
    const [now, before] = [await tile(), await tile(15, middle, { version: '0.1' })]
    expect(now.ok && now.value.isLasting).toBe(true)
    expect(before.ok && before.value.isLasting).toBe(false)
    const request = new Request('http://localhost/map/tiles/x')
    const first = pictureResponse(request, now)
    expect(first.headers.get('cache-control')).toContain('immutable')
    const again = new Request('http://localhost/map/tiles/x', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    })
    expect(pictureResponse(again, now).status).toBe(304)
  })

  test('far outside the town is not drawn, so that nobody has us draw the world', async () => {
    const paris = await tile(15, { lat: 48.85, lng: 2.35 })
    expect(paris.ok).toBe(false)
    expect(pictureResponse(new Request('http://localhost/x'), paris).status).toBe(404)
  })

  test('shows the new street after the base map was imported again', async () => {
    const keyBefore = await drawingKeyOf(town.db)
    const before = await tile()
    await town.given((tx) => storeBasemap(tx, [{ name: 'streets-major', geojson: line('Nieuwe Laan') }]))
    await town.given((tx) => tx.town.update({ where: { id: 1 }, data: { version: { increment: 1 } } }))
    expect(await drawingKeyOf(town.db)).not.toBe(keyBefore)
    // The town is read again every two seconds.
    await new Promise((resolve) => setTimeout(resolve, 2_100))
    const after = await tile()
    expect(before.ok && after.ok && !before.value.bytes.equals(after.value.bytes)).toBe(true)
  })
})

test('a base map comes back as it was given, in its order, and leaves with the next one', async () => {
  const layers = [
    { name: 'water', geojson: line('a') },
    { name: 'parks', geojson: line('b') },
  ]
  await town.given((tx) => storeBasemap(tx, layers))
  expect(await basemapOf(town.db)).toEqual(layers)
  await town.given((tx) => storeBasemap(tx, layers.slice(1)))
  expect(await basemapOf(town.db)).toEqual(layers.slice(1))
})

test('a still map shows a place with its sign, and another one without', async () => {
  const still = async (pin: string[]) =>
    enterAs(showStill, await town.visit('anybody'), {
      version: await version(),
      theme: 'light',
      size: 'card',
      zoom: '16',
      lat: '52.37000',
      lng: '4.90000',
      pin,
    })
  const [plain, signed] = [await still([]), await still(['overdue@52.37000,4.90000'])]
  if (!plain.ok || !signed.ok) throw new Error('not drawn')
  expect([signed.value.bytes.readUInt32BE(16), signed.value.bytes.readUInt32BE(20)]).toEqual([840, 480])
  expect(plain.value.bytes.equals(signed.value.bytes)).toBe(false)
  expect((await still(['sideways@52.37000,4.90000'])).ok).toBe(false)
})

describe("a town's own base map", () => {
  const tiles = setupServer()
  const png = Buffer.from('\x89PNG\r\n\x1a\n-their tile-', 'latin1')
  beforeAll(() => tiles.listen({ onUnhandledRequest: 'error' }))
  afterAll(() => tiles.close())
  beforeEach(() => void useEnv({ ...env(), mapTilesUrl: 'https://tiles.example.org/{z}/{x}/{y}.png' }))
  afterEach(() => {
    tiles.resetHandlers()
    useEnv({ ...env(), mapTilesUrl: undefined })
  })
  const serve = (answer: () => Response | Promise<Response>) =>
    tiles.use(http.get('https://tiles.example.org/:z/:x/:y', answer))

  test('is fetched by this server once and kept', async () => {
    let asked = 0
    serve(() => {
      asked += 1
      return new HttpResponse(png, { headers: { 'Content-Type': 'image/png' } })
    })
    for (let time = 0; time < 3; time++) {
      const outcome = await tile(14)
      expect(outcome.ok && outcome.value.bytes.equals(png)).toBe(true)
    }
    expect(asked).toBe(1)
  })

  test.each([
    ['is down', () => new HttpResponse(null, { status: 503 })],
    [
      'sends a page instead of a picture',
      () => new HttpResponse('<html>', { headers: { 'Content-Type': 'image/png' } }),
    ],
    ['sends far too much', () => new HttpResponse(Buffer.concat([png, Buffer.alloc(3 * 1024 * 1024)]))],
    ['leads elsewhere', () => HttpResponse.redirect('http://169.254.169.254/latest/meta-data', 302)],
  ])('is replaced by the one we draw ourselves when its server %s', async (why, answer) => {
    serve(answer)
    const outcome = await tile(12 + (why.length % 3), { lat: 52.371 + why.length / 10_000, lng: 4.9 })
    expect(outcome.ok && outcome.value.bytes.includes(Buffer.from('their tile'))).toBe(false)
    expect(outcome.ok && outcome.value.type).toBe('image/png')
  })
})
