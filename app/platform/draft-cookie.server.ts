import { env } from './env.server'
import { newToken } from './tokens.server'

/** How long a report that is not sent yet waits for its writer. */
export const draftDays = 30

const isSecure = () => env().baseUrl.startsWith('https:')
// `__Host-` needs https; the demo on loopback has none.
const cookieName = () => (isSecure() ? '__Host-draft' : 'meent-draft')

/** What opens the draft of this browser; undefined when it holds none. */
export function draftTokenOf(request: Request): string | undefined {
  const cookies = request.headers.get('cookie') ?? ''
  const pairs = cookies.split(';').map((pair) => pair.trim().split('='))
  const token = pairs.find(([name]) => name === cookieName())?.[1]
  return token && /^[\w-]{43}$/.test(token) ? token : undefined
}

/** The key of this browser's draft, a new one when there is none; and the cookie that keeps it for as long as the draft is kept. */
export function keptDraft(request: Request): { draftToken: string; cookie: string } {
  const draftToken = draftTokenOf(request) ?? newToken()
  return { draftToken, cookie: `${cookieName()}=${draftToken}; ${attributes()}; Max-Age=${draftDays * 86_400}` }
}

/** Forgets the draft in this browser. */
export const forgottenDraft = (): string => `${cookieName()}=; ${attributes()}; Max-Age=0`

// Scripts cannot read it, and it is in no address: whoever holds it reads what the person has written so far.
const attributes = () => `Path=/; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`
