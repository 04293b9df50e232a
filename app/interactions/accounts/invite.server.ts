import type { Tx } from '~/platform/db.server'
import { newTotpSecret } from '~/platform/totp.server'
import { sealOfPerson } from '../people/person-key.server'
import { makeLink } from './one-time-link.server'

const days = 24 * 60

/**
 * Makes the link with which somebody who works for the town chooses a password and sets up their second factor. Earlier
 * invitations stop working. Returns the path; whoever has it can open the account, so it goes to that person alone.
 */
export async function makeInvite(tx: Tx, personId: string, now: Date): Promise<{ path: string; expiresAt: Date }> {
  const own = await sealOfPerson(tx, personId)
  if (!own) throw new Error('Somebody who was erased cannot be invited.')
  await tx.oneTimeToken.deleteMany({ where: { personId, purpose: 'staff-invite' } })
  // The secret of the authenticator is fixed now, so that the QR code stays the same while the page is open.
  const totp = Buffer.from(own.seal(newTotpSecret(), 'person.sealed_totp')).toString('base64')
  const { token, expiresAt } = await makeLink(
    tx,
    { purpose: 'staff-invite', minutes: 3 * days, personId, content: { totp, step: 'password' } },
    now,
  )
  return { path: `/sign-in/invite/${token}`, expiresAt }
}
