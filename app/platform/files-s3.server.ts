import { setTimeout as wait } from 'node:timers/promises'
import { checkedFolder, checkedKey } from './file-keys.server'
import type { FileStore, StoredFile } from './files.server'
import { type S3Keys, signedHeaders } from './sigv4.server'

export type S3Place = S3Keys & { origin: string; bucket: string }

/** Reads `s3://key:secret@host[:port]/bucket?region=eu-west-1`. Plain http only to this machine, with `&tls=off`. */
export function s3PlaceFrom(filesUrl: string): S3Place {
  const url = new URL(filesUrl.replace(/^s3:/, 'https:'))
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  const isPlain = url.searchParams.get('tls') === 'off'
  const bucket = url.pathname.slice(1).replace(/\/$/, '')
  // Never with the address itself in the message: it holds the secret.
  if (!url.username || !url.password) throw new Error('FILES_URL needs s3://KEY:SECRET@host/bucket.')
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    throw new Error('FILES_URL needs the name of one bucket after the host.')
  if (isPlain && !isLoopback) throw new Error('FILES_URL: tls=off is for this machine only.')
  return {
    origin: `${isPlain ? 'http' : 'https'}://${url.host}`,
    bucket,
    accessKey: decodeURIComponent(url.username),
    secretKey: decodeURIComponent(url.password),
    region: url.searchParams.get('region') ?? 'us-east-1',
  }
}

const tries = 3
const patienceMs = 10_000

/** Files in a bucket of any S3 store. A put is all or nothing by the nature of S3. */
export function s3Files(place: S3Place, { pauseMs = 200, now = () => new Date() } = {}): FileStore {
  const urlOf = (key: string) => new URL(`/${place.bucket}/${checkedKey(key)}`, place.origin)

  /** Asks up to three times: a store that restarts or is slow for a moment is no reason to lose a photo. */
  // Whoever asks reads the answer to its end, so that the connection can be used again.
  async function ask(method: string, url: URL, headers: Record<string, string> = {}, content?: Uint8Array) {
    for (let attempt = 1; ; attempt++) {
      try {
        const response = await fetch(url, {
          method,
          headers: signedHeaders({ method, url, headers, ...(content && { content }) }, place, now()),
          // A redirect could carry the photo to a host that nobody configured.
          redirect: 'error',
          signal: AbortSignal.timeout(patienceMs),
          ...(content && { body: new Uint8Array(content) }),
        })
        if (response.ok || response.status === 404) return response
        await response.arrayBuffer()
        if (response.status < 500 || attempt === tries) throw new Refused(method, response.status)
      } catch (error) {
        if (error instanceof Refused || attempt === tries) throw error
      }
      await wait(pauseMs * attempt)
    }
  }

  return {
    async put(key, content, contentType) {
      const response = await ask('PUT', urlOf(key), { 'content-type': contentType }, content)
      await response.arrayBuffer()
      if (!response.ok) throw new Refused('PUT', response.status)
    },
    async get(key) {
      const response = await ask('GET', urlOf(key))
      const content = Buffer.from(await response.arrayBuffer())
      return response.ok ? content : null
    },
    async delete(key) {
      await (await ask('DELETE', urlOf(key))).arrayBuffer()
    },
    async stat(key) {
      const { ok, headers } = await ask('HEAD', urlOf(key))
      if (!ok) return null
      return {
        key,
        bytes: Number(headers.get('content-length')),
        changedAt: new Date(headers.get('last-modified') ?? 0),
      }
    },
    async *list(folder) {
      let after: string | null = null
      do {
        const url = new URL(`/${place.bucket}`, place.origin)
        url.searchParams.set('list-type', '2')
        url.searchParams.set('prefix', `${checkedFolder(folder)}/`)
        if (after) url.searchParams.set('continuation-token', after)
        const response = await ask('GET', url)
        const page = await response.text()
        if (!response.ok) throw new Refused('LIST', response.status)
        yield* filesIn(page)
        after = textOf(page, 'NextContinuationToken')
      } while (after)
    },
    // S3 shows nothing of a put that was cut off.
    tidy: async () => 0,
  }
}

class Refused extends Error {
  constructor(method: string, status: number) {
    super(`The file store answered ${status} to ${method}.`)
  }
}

// Our keys have no letters that XML would escape, so a pattern reads the answer; what does not fit is not ours and is left out.
const filesIn = (page: string): StoredFile[] =>
  (page.match(/<Contents>.*?<\/Contents>/gs) ?? []).flatMap((entry) => {
    const key = textOf(entry, 'Key')
    if (!key || !/^[a-z0-9/.-]+$/.test(key)) return []
    return [{ key, bytes: Number(textOf(entry, 'Size')), changedAt: new Date(textOf(entry, 'LastModified') ?? 0) }]
  })

const textOf = (xml: string, name: string): string | null =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]?.replaceAll('&amp;', '&') ?? null
