import { z } from 'zod'
import { endSessionsOf, keepSession } from '~/platform/session.server'
import { defineInteraction } from '~/safeguards/door.server'
import type { HandlerContext } from '~/safeguards/interaction.server'
import { type Role, staffRoles } from '~/safeguards/vocabulary'
import { writeLetter } from '../letters/letter.server'
import { newPasswordField } from './choose-password.server'
import { isConfirmedSelf } from './confirm-self.server'
import { judgedPassword } from './new-password.server'
import { ownId } from './own'
import { renewRecoveryCodes } from './second-factor.server'
import { sealCodes } from './shown-once.server'
import { newSessionFields } from './sign-in-by-link.server'

const confirmFields = {
  presentPassword: newPasswordField,
  code: z.string().trim().min(1, 'field.required').max(40),
  ...newSessionFields,
}

const changing = {
  roles: staffRoles,
  purpose: 'staff-accounts',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['integrity'],
  effect: 'write',
} as const

type Answer = { outcome: 'changed' | 'refused'; role: Role; sealedCodes?: string }

/** Somebody who works here changes their password. Asked for the present one and a code, whoever left the screen open. */
export const changePassword = defineInteraction({
  ...changing,
  name: 'account.change-password',
  input: z.object({ password: newPasswordField, ...confirmFields }),
  touches: { staff: ['password'], session: ['begin', 'end'] },
  async handle(context): Promise<Answer> {
    const { input, tx, actor, now } = context
    const personId = ownId(actor)
    const passwordHash = await judgedPassword(tx, personId, input.password)
    if (!(await isConfirmedSelf(tx, personId, input, now))) return { outcome: 'refused', role: actor.role }
    await tx.person.update({ where: { id: personId }, data: { passwordHash } })
    await beginAnew(context, personId, 'password')
    return { outcome: 'changed', role: actor.role }
  },
  about: (_, { outcome }, { id }) => ({
    object: { type: 'account', ref: 'password' },
    subjects: id ? [id] : [],
    facts: { outcome },
  }),
})

/** Somebody who works here has ten new recovery codes made; the old ones stop working. */
export const newCodes = defineInteraction({
  ...changing,
  name: 'account.new-recovery-codes',
  input: z.object(confirmFields),
  touches: { staff: ['recovery-codes'], session: ['begin', 'end'] },
  async handle(context): Promise<Answer> {
    const { input, tx, actor, now } = context
    const personId = ownId(actor)
    if (!(await isConfirmedSelf(tx, personId, input, now))) return { outcome: 'refused', role: actor.role }
    const codes = await renewRecoveryCodes(tx, personId)
    await beginAnew(context, personId, 'codes')
    return { outcome: 'changed', role: actor.role, sealedCodes: sealCodes(personId, codes, now) }
  },
  about: (_, { outcome }, { id }) => ({
    object: { type: 'account', ref: 'recovery-codes' },
    subjects: id ? [id] : [],
    facts: { outcome },
  }),
})

type Context = HandlerContext<{ sessionToken: string; device: string }>

// Every sign-in ends, this one goes on under a new id, and the person hears of it: perhaps it was not them.
async function beginAnew({ input, tx, actor, now, after, language }: Context, personId: string, what: string) {
  await endSessionsOf(tx, personId)
  await keepSession(tx, { sessionId: input.sessionToken, personId, role: actor.role, device: input.device }, now)
  const onceKey = `sign-in-changed:${personId}:${now.toISOString()}`
  const letter = { onceKey, personId, language, values: { what }, link: '/me/sessions' }
  await writeLetter({ tx, after, now }, { ...letter, template: 'sign-in-changed' })
}
