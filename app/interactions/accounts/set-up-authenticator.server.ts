import { z } from 'zod'
import { InvalidInput } from '~/platform/problems'
import { endSessionsOf, keepSession } from '~/platform/session.server'
import { stepOfCode } from '~/platform/totp.server'
import { defineInteraction } from '~/safeguards/door.server'
import { type Role, roles } from '~/safeguards/vocabulary'
import { sealOfPerson } from '../people/person-key.server'
import { holdLink, useUp } from './one-time-link.server'
import { LinkNotValid } from './problems'
import { renewRecoveryCodes } from './second-factor.server'
import { sealCodes } from './shown-once.server'
import { newSessionFields } from './sign-in-by-link.server'

/** The last step of an invitation: the phone shows the right code, so the account is ready and the person is signed in. */
export const setUpAuthenticator = defineInteraction({
  name: 'account.set-up-authenticator',
  input: z.object({
    token: z.string().max(100),
    code: z.string().trim().min(1, 'field.required').max(40),
    browserToken: z.string().min(20).max(200),
    ...newSessionFields,
  }),
  roles: roles.filter((role) => role !== 'system'),
  purpose: 'staff-accounts',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['integrity'],
  limit: { times: 40, perSeconds: 600 },
  effect: 'write',
  touches: { staff: ['password', 'authenticator', 'recovery-codes'], session: ['begin'] },
  async handle({ input, tx, now }) {
    const { token, code, browserToken, sessionToken, device } = input
    const link = await holdLink(tx, { purpose: 'staff-invite', token, browser: browserToken }, now)
    const { personId, content } = link
    if (!personId || content.step !== 'authenticator') throw new LinkNotValid('unknown')
    const own = await sealOfPerson(tx, personId)
    if (!own) throw new LinkNotValid('unknown')
    const sealedTotp = new Uint8Array(Buffer.from(String(content.totp), 'base64'))
    const step = stepOfCode(own.open(sealedTotp, 'person.sealed_totp'), code, now, null)
    if (step === null) throw new InvalidInput({ code: 'sign-in.field.code-wrong' })
    const person = await tx.person.update({
      where: { id: personId },
      data: { passwordHash: String(content.passwordHash), sealedTotp, totpLastStep: step },
      select: { role: true },
    })
    await useUp(tx, link, now)
    const codes = await renewRecoveryCodes(tx, personId)
    await endSessionsOf(tx, personId)
    const role = person.role as Role
    await keepSession(tx, { sessionId: sessionToken, personId, role, device }, now)
    return { personId, role, sealedCodes: sealCodes(personId, codes, now) }
  },
  about: (_, { personId }) => ({ object: { type: 'account', ref: 'invite' }, subjects: [personId] }),
})
