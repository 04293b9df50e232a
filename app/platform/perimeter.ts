import { isIP } from 'node:net'

type Headers = Record<string, string | string[] | undefined>

/**
 * Whether a request that changes something comes from our own pages. Browsers say so themselves (Sec-Fetch-Site); older ones
 * name the page's origin. Anything else is refused, whatever cookies it carries (SECURITY 4).
 */
export function isFromOurPages(method: string, headers: Headers, origins: readonly string[]): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(method)) return true
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  return typeof headers.origin === 'string' && origins.includes(headers.origin)
}

/**
 * The one form that comes from elsewhere: the button of a mail program that ends a subscription (RFC 8058). It carries a
 * secret of its own; cookies that came along count for nothing.
 */
export const isStopByMail = (method: string, path: string): boolean =>
  method === 'POST' && /^\/follow\/end\/[\w-]{20,100}\/by-mail$/.test(path)

/** Addresses that this very machine answers to: with the demo on loopback they are one place. */
export function originsOf(baseUrl: string): string[] {
  const { protocol, hostname, port, origin } = new URL(baseUrl)
  if (!['localhost', '127.0.0.1', '[::1]'].includes(hostname)) return [origin]
  return ['localhost', '127.0.0.1', '[::1]'].map((host) => new URL(`${protocol}//${host}:${port}`).origin)
}

/**
 * The address a request comes from. Behind N trusted proxies it is the Nth from the right of X-Forwarded-For, which our own
 * proxy wrote; with none the header is somebody's claim and counts for nothing.
 */
export function addressOf(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  const direct = socketAddress ?? ''
  if (trustedProxies === 0) return direct
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim())
  const named = hops.at(-trustedProxies) ?? ''
  return isIP(named) ? named : direct
}

// Headers by which a browser or a cache could be made to believe something about us; ours to set, nobody's to send.
const foreign =
  /^(x-forwarded-|x-real-ip|x-original-|x-rewrite-|x-http-method|x-remix-|x-react-router-|x-meent-|forwarded$)/

/** Takes away every header that only the perimeter may set. */
export function dropForeignHeaders(headers: Headers): void {
  for (const name of Object.keys(headers)) if (foreign.test(name)) delete headers[name]
}

/** What a page may load and who may show it: our own things only, and scripts by this answer's nonce. */
export function contentSecurityPolicy(nonce: string, isSecure: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** Headers of every answer; the policy above comes on top. */
export function securityHeaders(isSecure: boolean): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'geolocation=(self), camera=(), microphone=(), payment=(), usb=(), interest-cohort=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    ...(isSecure && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
  }
}

const formBytes = 64 * 1024
// Larger than a form with photos may be: such a form is read and refused with words, and keeps what was typed.
const uploadBytes = 64 * 1024 * 1024

/** The status that a body deserves before anybody reads it; null when it may come in. */
export function refusalOfBody(method: string, headers: Headers): 411 | 413 | null {
  if (['GET', 'HEAD', 'OPTIONS', 'DELETE'].includes(method)) return null
  if (headers['content-length'] === undefined) return 411
  const isUpload = String(headers['content-type'] ?? '').startsWith('multipart/form-data')
  return Number(headers['content-length']) <= (isUpload ? uploadBytes : formBytes) ? null : 413
}
