import { createHash, createHmac } from 'node:crypto'

export type S3Keys = { accessKey: string; secretKey: string; region: string }
export type Unsigned = { method: string; url: URL; headers?: Record<string, string>; content?: Uint8Array }

/**
 * The headers that prove to an S3 store who asks: AWS Signature Version 4, in the order of Amazon's description
 * ("Signature Calculations for the Authorization Header: Transferring Payload in a Single Chunk").
 */
export function signedHeaders({ method, url, headers = {}, content }: Unsigned, keys: S3Keys, now: Date) {
  const moment = now.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const day = moment.slice(0, 8)
  const contentHash = sha256(content ?? '')
  const all: Record<string, string> = {
    ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value.trim()])),
    host: url.host,
    'x-amz-content-sha256': contentHash,
    'x-amz-date': moment,
  }
  const names = Object.keys(all).sort()
  const request = [
    method,
    pathOf(url),
    queryOf(url),
    ...names.map((name) => `${name}:${all[name]}`),
    '',
    names.join(';'),
    contentHash,
  ].join('\n')

  const scope = `${day}/${keys.region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', moment, scope, sha256(request)].join('\n')
  const key = [day, keys.region, 's3', 'aws4_request'].reduce<Buffer | string>(hmac, `AWS4${keys.secretKey}`)
  const signature = hmac(key, toSign).toString('hex')

  // `host` is signed, but set by fetch itself.
  const { host: _, ...sent } = all
  const credential = `Credential=${keys.accessKey}/${scope}`
  sent.authorization = `AWS4-HMAC-SHA256 ${credential},SignedHeaders=${names.join(';')},Signature=${signature}`
  return sent
}

const sha256 = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex')
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest()

/** Everything but A-Z a-z 0-9 - . _ ~ as %XX, which is stricter than encodeURIComponent. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const pathOf = (url: URL) =>
  url.pathname
    .split('/')
    .map((part) => encode(decodeURIComponent(part)))
    .join('/')

const queryOf = (url: URL) =>
  [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')
