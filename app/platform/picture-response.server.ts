/**
 * A picture as an answer. Its type is ours and not the sender's, the browser may not guess another one, and should it be
 * opened by itself it can run nothing and load nothing.
 */
export function pictureResponse(picture: Uint8Array, cacheControl: string): Response {
  return new Response(new Uint8Array(picture), {
    headers: {
      'Content-Type': 'image/webp',
      'Content-Length': String(picture.length),
      'Content-Disposition': 'inline; filename="photo.webp"',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': cacheControl,
    },
  })
}
