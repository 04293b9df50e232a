import { createHmac } from 'node:crypto'
import { env } from '~/platform/env.server'
import { letters } from '~/platform/tokens.server'
import { codeAt, stepAt } from '~/platform/totp.server'
import { type DemoPersonName, demoPeople } from './demo-people'

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

// Made from this installation's own secret: the same at every start, and another one on every machine.
const derived = (what: string, key: DemoPersonName) =>
  createHmac('sha256', env().secretKey).update(`demo ${what}\n${key}`).digest()
const written = (bytes: Uint8Array, alphabet: string, length: number) =>
  Array.from(bytes.subarray(0, length), (byte) => alphabet.charAt(byte % alphabet.length)).join('')

/** The password of somebody of the demo. */
export const demoPassword = (key: DemoPersonName): string =>
  `${key}-${written(derived('password', key), letters.toLowerCase(), 12)}`

/** The secret of their authenticator app. */
export const demoTotp = (key: DemoPersonName): string => written(derived('totp', key), base32, 32)

export type DemoSignIn = {
  role: string
  jobTitle: string | null
  email: string
  password: string | null
  code: string | null
}

/** How to sign in as each person of the demo: staff with password and code, residents with a link by mail. */
export function demoSignIns(now: Date): DemoSignIn[] {
  return demoPeople.map(({ key, role, jobTitle, email }) => ({
    role,
    jobTitle,
    email,
    password: role === 'resident' ? null : demoPassword(key),
    code: role === 'resident' ? null : codeAt(demoTotp(key), stepAt(now)),
  }))
}
