import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type FileStore, newFileKey, openFiles, type StoredFile } from './files.server'
import { s3Files, s3PlaceFrom } from './files-s3.server'

const photo = Buffer.from('the bytes of a photo')
const hostileKeys = [
  '../outside.webp',
  'photos/../../outside.webp',
  '/etc/passwd',
  'photos/%2e%2e/outside.webp',
  'photos/a\u0000.webp',
  'photos\\..\\outside.webp',
  'photos/.hidden.webp',
  'photos//a.webp',
  '.unfinished/a.webp',
  'photos/a',
  '',
  `photos/${'a'.repeat(300)}.webp`,
]

async function listed(store: FileStore, folder: string): Promise<StoredFile[]> {
  const files: StoredFile[] = []
  for await (const file of store.list(folder)) files.push(file)
  return files.sort((one, other) => one.key.localeCompare(other.key))
}

test('a key is random, spread over folders, and tells nothing', () => {
  const keys = new Set(Array.from({ length: 500 }, () => newFileKey('photos', 'webp')))
  expect(keys.size).toBe(500)
  for (const key of keys) expect(key).toMatch(/^photos\/([0-9a-f]{2})\/([0-9a-f]{2})\/\1\2[0-9a-f]{28}\.webp$/)
})

test('a FILES_URL of another kind stops the start, and the message never shows the secret in it', () => {
  expect(() => openFiles({ filesUrl: 'ftp://town.example/files', dataDir: 'var' })).toThrow('s3:// or file:///')
  for (const filesUrl of [
    's3://key@store.example/photos',
    's3://key:s3cret@store.example/',
    's3://key:s3cret@store.example/a?tls=off',
  ]) {
    expect(() => openFiles({ filesUrl, dataDir: 'var' })).toThrow(/^FILES_URL/)
    expect(() => openFiles({ filesUrl, dataDir: 'var' })).not.toThrow(/s3cret/)
  }
})

describe('on disk', () => {
  let dataDir: string
  let store: FileStore
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'meent-files-'))
    store = openFiles({ dataDir })
  })
  afterEach(() => rm(dataDir, { recursive: true }))

  test('a file that was put can be got, measured, listed and deleted', async () => {
    const key = newFileKey('photos', 'webp')
    await store.put(key, photo, 'image/webp')
    expect((await store.get(key))?.equals(photo)).toBe(true)
    expect(await store.stat(key)).toMatchObject({ key, bytes: 20 })
    expect(await listed(store, 'photos')).toMatchObject([{ key, bytes: 20 }])
    expect(await listed(store, 'exports')).toEqual([])

    await store.delete(key)
    await store.delete(key)
    expect(await store.get(key)).toBeNull()
    expect(await store.stat(key)).toBeNull()
    expect(await listed(store, 'photos')).toEqual([])
  })

  test('no key leads out of the store or to a hidden file', async () => {
    for (const key of hostileKeys) {
      await expect(store.put(key, photo, 'image/webp'), key).rejects.toThrow('Not the key of a file')
      await expect(async () => store.get(key), key).rejects.toThrow('Not the key of a file')
      await expect(async () => store.delete(key), key).rejects.toThrow('Not the key of a file')
      await expect(async () => store.stat(key), key).rejects.toThrow('Not the key of a file')
    }
    await expect(listed(store, '..')).rejects.toThrow('Not a folder of files')
    await expect(listed(store, '.unfinished')).rejects.toThrow('Not a folder of files')
    expect(await readdir(dataDir)).toEqual([])
  })

  test('a write that fails leaves neither a file nor a half one', async () => {
    // A folder that has the name of the file makes the rename fail after all bytes were written.
    const key = 'photos/aa/bb/aabb.webp'
    await mkdir(join(dataDir, 'files', key, 'full'), { recursive: true })
    await expect(store.put(key, photo, 'image/webp')).rejects.toThrow()
    expect(await readdir(join(dataDir, 'files/.unfinished'))).toEqual([])
    expect(await readdir(join(dataDir, 'files/photos/aa/bb'))).toEqual(['aabb.webp'])
    expect(await listed(store, 'photos')).toEqual([])
  })

  test('what a crash left unfinished is never listed, and is swept only when it is old', async () => {
    await store.put(newFileKey('photos', 'webp'), photo, 'image/webp')
    const left = join(dataDir, 'files/.unfinished')
    await writeFile(join(left, 'old'), 'half a ph')
    await writeFile(join(left, 'young'), 'half a ph')
    await utimes(join(left, 'old'), new Date('2026-11-22T12:00:00Z'), new Date('2026-11-22T12:00:00Z'))
    await utimes(join(left, 'young'), new Date('2026-11-23T11:59:00Z'), new Date('2026-11-23T11:59:00Z'))
    expect(await listed(store, 'photos')).toHaveLength(1)
    expect(await store.tidy(new Date('2026-11-23T11:00:00Z'))).toBe(1)
    expect(await readdir(left)).toEqual(['young'])
  })

  test('of twenty writers of one file one wins as a whole', async () => {
    const key = newFileKey('photos', 'webp')
    const versions = Array.from({ length: 20 }, (_, n) => Buffer.alloc(100_000, n))
    await Promise.all(versions.map((version) => store.put(key, version, 'image/webp')))
    const kept = await store.get(key)
    expect(versions.some((version) => kept?.equals(version))).toBe(true)
  })
})

describe('in an S3 store', () => {
  const objects = new Map<string, { content: Buffer; type: string | null }>()
  const failures: number[] = []
  const asked: Request[] = []
  const stamp = 'Mon, 23 Nov 2026 12:00:00 GMT'
  const refusal = () => {
    const status = failures.shift()
    return status === undefined ? null : status === 0 ? HttpResponse.error() : new HttpResponse(null, { status })
  }
  const server = setupServer(
    http.all('https://store.example/*', ({ request }) => {
      asked.push(request.clone())
      return refusal() ?? undefined
    }),
    http.get('https://store.example/photos-of-town', ({ request }) => {
      const query = new URL(request.url).searchParams
      const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort()
      const from = Number(query.get('continuation-token')?.replace('page&', '') ?? 0)
      const entries = keys
        .slice(from, from + 2)
        .map(
          (key) =>
            `<Contents><Key>${key}</Key><LastModified>2026-11-23T12:00:00.000Z</LastModified><Size>${objects.get(key)?.content.length}</Size></Contents>`,
        )
      const next = from + 2 < keys.length ? `<NextContinuationToken>page&amp;${from + 2}</NextContinuationToken>` : ''
      return HttpResponse.xml(`<?xml version="1.0"?><ListBucketResult>${entries.join('\n')}${next}</ListBucketResult>`)
    }),
    http.put('https://store.example/photos-of-town/:key+', async ({ request }) => {
      const key = new URL(request.url).pathname.replace('/photos-of-town/', '')
      objects.set(key, { content: Buffer.from(await request.arrayBuffer()), type: request.headers.get('content-type') })
      return new HttpResponse(null, { status: 200 })
    }),
    http.all('https://store.example/photos-of-town/:key+', ({ request }) => {
      const key = new URL(request.url).pathname.replace('/photos-of-town/', '')
      if (request.method === 'DELETE') objects.delete(key)
      if (request.method === 'DELETE') return new HttpResponse(null, { status: 204 })
      const found = objects.get(key)
      if (!found) return new HttpResponse('<Error><Code>NoSuchKey</Code></Error>', { status: 404 })
      const headers = { 'last-modified': stamp, 'content-length': String(found.content.length) }
      return new HttpResponse(request.method === 'HEAD' ? null : new Uint8Array(found.content), { headers })
    }),
  )
  const place = s3PlaceFrom('s3://AKEY:se%2Fcret@store.example/photos-of-town?region=eu-west-1')
  const store = s3Files(place, { pauseMs: 0, now: () => new Date('2026-11-23T12:00:00Z') })

  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
  beforeEach(() => {
    objects.clear()
    failures.length = 0
    asked.length = 0
  })
  afterAll(() => server.close())

  test('FILES_URL tells host, bucket, keys and region', () => {
    expect(place).toEqual({
      origin: 'https://store.example',
      bucket: 'photos-of-town',
      accessKey: 'AKEY',
      secretKey: 'se/cret',
      region: 'eu-west-1',
    })
    expect(s3PlaceFrom('s3://a:b@127.0.0.1:9000/photos?tls=off').origin).toBe('http://127.0.0.1:9000')
  })

  test('a file that was put can be got, measured and deleted, each request signed', async () => {
    const key = newFileKey('photos', 'webp')
    await store.put(key, photo, 'image/webp')
    expect(objects.get(key)?.type).toBe('image/webp')
    expect((await store.get(key))?.equals(photo)).toBe(true)
    expect(await store.stat(key)).toEqual({ key, bytes: 20, changedAt: new Date('2026-11-23T12:00:00Z') })
    await store.delete(key)
    await store.delete(key)
    expect(await store.get(key)).toBeNull()
    expect(await store.stat(key)).toBeNull()
    for (const request of asked) {
      expect(request.headers.get('authorization')).toMatch(
        /^AWS4-HMAC-SHA256 Credential=AKEY\/20261123\/eu-west-1\/s3\/aws4_request,SignedHeaders=.*,Signature=[0-9a-f]{64}$/,
      )
      expect(request.url).not.toContain('cret')
    }
  })

  test('a folder of more than one page is listed whole', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) objects.set(`photos/${name}.webp`, { content: photo, type: null })
    objects.set('exports/f.csv', { content: photo, type: null })
    expect((await listed(store, 'photos')).map(({ key, bytes }) => `${key} ${bytes}`)).toEqual([
      'photos/a.webp 20',
      'photos/b.webp 20',
      'photos/c.webp 20',
      'photos/d.webp 20',
      'photos/e.webp 20',
    ])
  })

  test('a store that fails twice for a moment keeps the photo at the third try', async () => {
    failures.push(503, 0)
    await store.put('photos/a.webp', photo, 'image/webp')
    expect(objects.get('photos/a.webp')?.content.equals(photo)).toBe(true)
    expect(asked).toHaveLength(3)
  })

  test('a store that goes on failing is an error and not a lost photo', async () => {
    failures.push(500, 500, 500)
    await expect(store.put('photos/a.webp', photo, 'image/webp')).rejects.toThrow('The file store answered 500 to PUT.')
  })

  test('a store that refuses our keys is not asked again', async () => {
    failures.push(403)
    await expect(store.get('photos/a.webp')).rejects.toThrow('The file store answered 403 to GET.')
    expect(asked).toHaveLength(1)
  })

  test('a redirect is never followed', async () => {
    let isFollowed = false
    server.use(
      http.get(`${place.origin}/photos-of-town/photos/a.webp`, () =>
        HttpResponse.redirect('https://elsewhere.example/a'),
      ),
      http.get('https://elsewhere.example/a', () => {
        isFollowed = true
        return new HttpResponse('not ours')
      }),
    )
    await expect(store.get('photos/a.webp')).rejects.toThrow()
    expect(isFollowed).toBe(false)
    server.resetHandlers()
  })

  test('no key leads out of the bucket', async () => {
    for (const key of hostileKeys) await expect(store.get(key), key).rejects.toThrow('Not the key of a file')
    expect(asked).toEqual([])
  })
})
