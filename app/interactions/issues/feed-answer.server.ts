import { createHash } from 'node:crypto'
import { atomFeed, type Feed } from './atom-feed'

/** A feed as an answer: unchanged since the reader's last look is one short line, and anybody in between may keep it a minute. */
export function feedAnswer(request: Request, feed: Feed): Response {
  const body = atomFeed(feed)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = { ETag: etag, 'Cache-Control': 'public, max-age=60', Vary: 'Accept-Language, Cookie' }
  const known = request.headers.get('if-none-match') ?? ''
  if (known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'Content-Type': 'application/atom+xml; charset=utf-8' } })
}
