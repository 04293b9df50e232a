import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { keysOfPeople } from '~/platform/key-ring.server'
import { blindIndex, normaliseEmail, open, seal, unwrapKey } from '~/platform/sealing.server'

/** Where each value of a person is kept; a sealed value opens nowhere else. */
export type SealedPlace =
  | 'person.sealed_name'
  | 'person.sealed_email'
  | 'person.sealed_phone'
  | 'person.sealed_totp'
  | 'mail.sealed'
  | 'follow.sealed_end_token'
  | 'finding.sealed_question'

/** Seals and opens what belongs to one person. */
export type PersonSeal = {
  seal: (text: string, place: SealedPlace) => Uint8Array<ArrayBuffer>
  open: (sealed: Uint8Array, place: SealedPlace) => string
}

/** The seal made of a person's own key. */
export const sealOf = (key: Uint8Array): PersonSeal => ({
  seal: (text, place) => new Uint8Array(seal(key, text, place)),
  open: (sealed, place) => open(key, sealed, place),
})

/** The seal of a person, or null when their key was destroyed: then nothing of theirs opens any more. */
export async function sealOfPerson(tx: Tx, personId: string): Promise<PersonSeal | null> {
  const row = await tx.personKey.findUnique({ where: { personId }, select: { wrappedKey: true } })
  return row && sealOf(unwrapKey(keysOfPeople(), personId, row.wrappedKey))
}

/**
 * Under which blind indexes a mail address may stand: today's secret first and, while secrets change, the one before.
 * The address itself is in no column that can be read.
 */
export function indexesOf(email: string): Uint8Array<ArrayBuffer>[] {
  const { secretKey, secretKeyBefore } = env()
  const address = normaliseEmail(email)
  const secrets = secretKeyBefore ? [secretKey, secretKeyBefore] : [secretKey]
  return secrets.map((secret) => new Uint8Array(blindIndex(secret, address)))
}

/** Who has this mail address. */
export async function personWithEmail(tx: Tx, email: string): Promise<{ id: string; role: string } | null> {
  return tx.person.findFirst({ where: { emailIndex: { in: indexesOf(email) } }, select: { id: true, role: true } })
}
