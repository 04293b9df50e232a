import { z } from 'zod'
import { totpUri } from '~/platform/totp.server'
import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { openContact } from '../people/person.server'
import { sealOfPerson } from '../people/person-key.server'
import { townOrNull } from '../town/town.server'
import { holdLink } from './one-time-link.server'
import { LinkNotValid } from './problems'

/** Somebody new opens their invitation: first a password, then the code for their phone. */
export const readInvite = defineInteraction({
  name: 'account.read-invite',
  input: z.object({ token: z.string().max(100), browserToken: z.string().max(200).optional() }),
  roles: roles.filter((role) => role !== 'system'),
  purpose: 'staff-accounts',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['integrity'],
  limit: { times: 60, perSeconds: 600 },
  effect: 'read',
  touches: { staff: ['email'] },
  async handle({ input, tx, now }) {
    const { token, browserToken } = input
    const link = await holdLink(
      tx,
      { purpose: 'staff-invite', token, ...(browserToken && { browser: browserToken }) },
      now,
    )
    if (!link.personId) throw new LinkNotValid('unknown')
    const { personId } = link
    const own = await sealOfPerson(tx, personId)
    const { email } = await openContact(tx, personId)
    if (!own || !email) throw new LinkNotValid('unknown')
    if (link.content.step !== 'authenticator') return { personId, step: 'password' as const, email }
    const secret = own.open(Buffer.from(String(link.content.totp), 'base64'), 'person.sealed_totp')
    // The first administrator may come before any city was loaded.
    const issuer = ['Meent', (await townOrNull(tx))?.name].filter(Boolean).join(' ')
    const uri = totpUri({ secret, account: email, issuer })
    return { personId, step: 'authenticator' as const, email, secret, uri }
  },
  about: (_, { personId }) => ({ object: { type: 'account', ref: 'invite' }, subjects: [personId] }),
})
