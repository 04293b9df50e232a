import { env } from './env.server'

/** Cookies may only travel over https, except in the demo on this very machine, which has none. */
export const isSecure = (): boolean => env().baseUrl.startsWith('https:')

// `__Host-`: no other host of this domain can plant it.
const nameHere = (name: string) => (isSecure() ? `__Host-${name}` : name)

/** A cookie for one short errand, such as the second step of a sign-in. An empty value clears it. */
export function errandCookie(name: string, value: string, seconds: number): string {
  const age = value === '' ? 0 : seconds
  const secure = isSecure() ? '; Secure' : ''
  return `${nameHere(name)}=${value}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`
}

/** The value of an errand cookie, or an empty string. */
export function readErrand(request: Request, name: string): string {
  const wanted = `${nameHere(name)}=`
  const pair = (request.headers.get('cookie') ?? '').split(';').find((part) => part.trim().startsWith(wanted))
  const value = pair?.trim().slice(wanted.length) ?? ''
  return /^[\w-]{1,1000}$/.test(value) ? value : ''
}
