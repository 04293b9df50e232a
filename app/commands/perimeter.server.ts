import { randomBytes } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { NextFunction, Request, Response } from 'express'
import type { Env } from '~/platform/env.server'
import {
  addressOf,
  contentSecurityPolicy,
  dropForeignHeaders,
  isFromOurPages,
  isStopByMail,
  originsOf,
  refusalOfBody,
  securityHeaders,
} from '~/platform/perimeter'

type Middleware = (request: Request, response: Response, next: NextFunction) => void

/** The first thing every request meets: what it may carry, where it comes from, and what its answer may load (SECURITY 4). */
export function perimeter({ baseUrl, trustedProxies }: Env): Middleware {
  const isSecure = baseUrl.startsWith('https:')
  const origins = originsOf(baseUrl)
  const { host, protocol } = new URL(baseUrl)
  const fixed = securityHeaders(isSecure)
  return (request, response, next) => {
    const { headers, method } = request
    const address = addressOf(request.socket.remoteAddress, single(headers['x-forwarded-for']), trustedProxies)
    dropForeignHeaders(headers)
    const nonce = randomBytes(16).toString('base64')
    response.set(fixed)
    response.set('Content-Security-Policy', contentSecurityPolicy(nonce, isSecure))
    response.locals.nonce = nonce
    response.locals.incident = randomBytes(5).toString('hex')
    const isFromMail = isStopByMail(method, request.path)
    if (isFromMail) delete headers.cookie
    if (!isFromMail && !isFromOurPages(method, headers, origins))
      return void refuse(response, 403, 'This form was not sent from a page of this site.')
    const refusal = refusalOfBody(method, headers)
    if (refusal === 411) return void refuse(response, 411, 'Say how long the body is.')
    if (refusal === 413) return void refuse(response, 413, 'That is more than this form takes.')
    if (!isUpload(request) && method !== 'GET') hurry(request, response, 30_000)
    // From here on there is one origin, ours: nothing behind this line believes what a header says about it.
    headers.host = host
    if (headers.origin !== undefined) headers.origin = new URL(baseUrl).origin
    headers['x-meent-address'] = address
    Object.defineProperty(request, 'protocol', { value: protocol.slice(0, -1), configurable: true })
    next()
  }
}

/** Turns people away kindly when the process cannot keep up, before the queue makes everybody wait. */
export function shedding(mostLagMs = 1_500): Middleware {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  let lagMs = 0
  setInterval(() => {
    lagMs = delay.percentile(50) / 1e6
    delay.reset()
  }, 1_000).unref()
  return (_request, response, next) => {
    if (lagMs < mostLagMs) return next()
    turnAway(response)
  }
}

/** Says that there is no room now, and when there may be. */
export function turnAway(response: Response) {
  response.set('Retry-After', '5')
  refuse(response, 503, 'Very many people are here right now. Please try again in a few seconds.')
}

function refuse(response: Response, status: number, sentence: string) {
  response.status(status).set('Cache-Control', 'no-store').type('text/plain; charset=utf-8').send(`${sentence}\n`)
}

function hurry(request: Request, response: Response, ms: number) {
  const timer = setTimeout(() => {
    if (!response.headersSent) refuse(response, 408, 'The form came in too slowly.')
    request.destroy()
  }, ms)
  request.once('end', () => clearTimeout(timer))
  request.once('close', () => clearTimeout(timer))
}

const isUpload = (request: Request) => String(request.headers['content-type'] ?? '').startsWith('multipart/form-data')
const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(',') : value)
