import { Writable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { log, sayError } from './platform/log.server'
import { ownRoutes } from './platform/route-branches.server'
import { wordsAt } from './platform/words-address.server'
import { NonceContext } from './ui/nonce'
import { WordsSource } from './ui/words-source'

const patienceMs = 10_000
export const streamTimeout = patienceMs

/** Draws a page. It leaves as a whole: nothing is deferred here, so readers without scripts get all of it. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce, incident }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let finalStatus = status
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <WordsSource.Provider value={wordsAt}>
          <RemixServer context={withOwnRoutes(context)} url={request.url} abortDelay={patienceMs} nonce={nonce} />
        </WordsSource.Provider>
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady() {
          headers.set('Content-Type', 'text/html; charset=utf-8')
          pipe(whole((page) => resolve(answerWith(page, request, headers, finalStatus))))
        },
        onShellError: reject,
        onError(error) {
          finalStatus = 500
          log('error', 'A page could not be drawn.', { incident, ...sayError(error) })
        },
      },
    )
    setTimeout(abort, patienceMs + 1000).unref()
  })
}

// The whole table of routes is laid out for each page otherwise: a twentieth of drawing it.
const withOwnRoutes = (context: EntryContext): EntryContext => {
  const { matches, location } = context.staticHandlerContext
  const routes = ownRoutes(context.manifest.routes, { matches, pathname: location.pathname })
  return { ...context, manifest: { ...context.manifest, routes } }
}

// Zipped here and at once: a page takes a tenth of a millisecond, handing it to another thread and back twice that, and a
// stream behind the answer half as much again as drawing the page.
function answerWith(page: Uint8Array<ArrayBuffer>, request: Request, headers: Headers, status: number) {
  const isZipped = /\bgzip\b/.test(request.headers.get('Accept-Encoding') ?? '')
  const body = isZipped ? new Uint8Array(gzipSync(page, { level: 5 })) : page
  if (isZipped) headers.set('Content-Encoding', 'gzip')
  headers.set('Content-Length', String(body.byteLength))
  return new Response(body, { headers, status })
}

// In one piece: handing a page on through four streams in twenty pieces costs a tenth of drawing it.
function whole(then: (page: Uint8Array<ArrayBuffer>) => void): Writable {
  const pieces: Buffer[] = []
  return new Writable({
    write(piece: Buffer, _encoding, next) {
      pieces.push(Buffer.from(piece))
      next()
    },
    final(done) {
      then(new Uint8Array(Buffer.concat(pieces)))
      done()
    },
  })
}

/** Unexpected trouble: into the log under the number that the page shows, without what anybody typed. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return
  // A form's address opened as a page, or a page sent as a form: no trouble of ours, and anybody could fill the log with it.
  if (isRouteErrorResponse(error) && error.status < 500) return
  log('error', 'A request failed.', {
    incident: context.incident,
    method: request.method,
    // The address of a receipt or a sign-in link is a secret.
    path: new URL(request.url).pathname
      .split('/', 3)
      .join('/')
      .replace(/[\w-]{30,}/g, '…'),
    ...sayError(error),
  })
}
