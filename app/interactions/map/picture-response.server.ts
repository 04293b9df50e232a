import type { Entered } from '~/safeguards/door.server'
import type { MapPicture } from './town-picture.server'

/** A picture of the map as an answer: kept for good where its address says which version it is, compared by tag elsewhere. */
export function pictureResponse(request: Request, outcome: Entered<MapPicture>): Response {
  if (!outcome.ok) {
    const { status } = outcome.problem
    // Words would be no picture; the browser shows the alternative text.
    return new Response(null, { status: status === 422 ? 404 : status, headers: { 'Cache-Control': 'no-store' } })
  }
  const { bytes, type, tag, isLasting } = outcome.value
  const headers = {
    'Content-Type': type,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': isLasting ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    ETag: tag,
  }
  if (request.headers.get('if-none-match')?.includes(tag)) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(bytes), { headers })
}
