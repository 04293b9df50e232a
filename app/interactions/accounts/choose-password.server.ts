import { z } from 'zod'
import { longestPassword } from '~/platform/passwords.server'
import { tokenHash } from '~/platform/tokens.server'
import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { judgedPassword } from './new-password.server'
import { holdLink } from './one-time-link.server'
import { LinkNotValid } from './problems'

/** A password as it is typed, with room for one that is too long: then the person hears so. */
export const newPasswordField = z
  .string()
  .min(1, 'field.required')
  .max(longestPassword * 4)

/** Somebody who was invited chooses a password. From now on the invitation works in their browser only. */
export const choosePassword = defineInteraction({
  name: 'account.choose-password',
  input: z.object({
    token: z.string().max(100),
    password: newPasswordField,
    browserToken: z.string().min(20).max(200),
  }),
  roles: roles.filter((role) => role !== 'system'),
  purpose: 'staff-accounts',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['integrity'],
  limit: { times: 40, perSeconds: 600 },
  effect: 'write',
  touches: { staff: ['password'] },
  async handle({ input, tx, now }) {
    const { token, password, browserToken } = input
    const link = await holdLink(tx, { purpose: 'staff-invite', token, browser: browserToken }, now)
    if (!link.personId) throw new LinkNotValid('unknown')
    const passwordHash = await judgedPassword(tx, link.personId, password)
    // Kept beside the invitation until the second factor stands: half an account lets nobody in.
    const content = { ...link.content, passwordHash, step: 'authenticator' }
    const browserHash = new Uint8Array(tokenHash(browserToken))
    await tx.oneTimeToken.update({ where: { tokenHash: link.hash }, data: { content, browserHash } })
    return { personId: link.personId }
  },
  about: (_, { personId }) => ({ object: { type: 'account', ref: 'invite' }, subjects: [personId] }),
})
