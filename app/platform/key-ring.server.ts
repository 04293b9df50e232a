import { env } from './env.server'
import { type KeyRing, keyRing } from './sealing.server'

let made: { secret: string; ring: KeyRing } | undefined

/** The keys that open the keys of people, from this installation's secret (and the one before, while it changes). */
export function keysOfPeople(): KeyRing {
  const { secretKey, secretKeyBefore } = env()
  if (made?.secret !== secretKey) {
    made = { secret: secretKey, ring: keyRing(secretKey, ...(secretKeyBefore ? [secretKeyBefore] : [])) }
  }
  return made.ring
}
