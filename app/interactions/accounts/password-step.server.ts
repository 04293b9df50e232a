import { z } from 'zod'
import { hashPassword, isPassword, longestPassword, needsRehash } from '~/platform/passwords.server'
import { safeRedirect } from '~/platform/safe-redirect'
import { isTooOften } from '~/platform/too-often.server'
import { defineInteraction } from '~/safeguards/door.server'
import { roles, staffRoles } from '~/safeguards/vocabulary'
import { indexesOf } from '../people/person-key.server'
import { emailField, nextField } from './ask-sign-in-link.input'
import { makeLink } from './one-time-link.server'

type Answer = { outcome: 'code-needed' | 'refused' | 'too-often'; personId?: string; stepToken?: string }

/**
 * First step of a sign-in of staff: address and password. A wrong password and an unknown address get the same answer after
 * the same work. A refusal is an answer and not a fault, so that it is counted and recorded.
 */
export const passwordStep = defineInteraction({
  name: 'sign-in.password',
  input: z.object({
    email: emailField,
    password: z
      .string()
      .min(1)
      .max(longestPassword * 4),
    next: nextField,
  }),
  roles: roles.filter((role) => role !== 'system'),
  purpose: 'staff-accounts',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['integrity'],
  limit: { times: 60, perSeconds: 900 },
  effect: 'write',
  touches: { session: ['password'] },
  async handle({ input, tx, now, address }): Promise<Answer> {
    const { email, password } = input
    const [index] = indexesOf(email)
    const who = `${Buffer.from(index ?? []).toString('base64')} ${address ?? 'here'}`
    if (await isTooOften(tx, { kind: 'password', who, times: 8, perSeconds: 900 }, now)) return { outcome: 'too-often' }
    const person = await tx.person.findFirst({
      where: { emailIndex: { in: indexesOf(email) }, role: { in: [...staffRoles] }, disabledAt: null },
      select: { id: true, passwordHash: true, sealedTotp: true },
    })
    const isRight = await isPassword(person?.passwordHash ?? null, password)
    // Without a second factor an account is not finished: only its invitation opens it.
    if (!person?.passwordHash || !person.sealedTotp || !isRight) return { outcome: 'refused' }
    if (needsRehash(person.passwordHash)) {
      await tx.person.update({ where: { id: person.id }, data: { passwordHash: await hashPassword(password) } })
    }
    const content = { next: safeRedirect(input.next, ''), tries: 0 }
    const { token } = await makeLink(tx, { purpose: 'second-step', minutes: 10, personId: person.id, content }, now)
    return { outcome: 'code-needed', personId: person.id, stepToken: token }
  },
  about: (_, { outcome, personId }) => ({
    object: { type: 'sign-in', ref: 'staff' },
    subjects: personId ? [personId] : [],
    facts: { outcome },
  }),
})
