import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { staffRoles } from '~/safeguards/vocabulary'
import { ownId } from '../accounts/own'
import { openContact } from './person.server'

/** Somebody who works for the town opens their own account: who they are here, what they may do, and how they sign in. */
export const seeOwnAccount = defineInteraction({
  name: 'account.see-own',
  input: z.object({}),
  roles: staffRoles,
  purpose: 'staff-accounts',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['integrity'],
  effect: 'read',
  touches: { staff: ['name', 'email', 'mandates'] },
  async handle({ tx, actor, now }) {
    const personId = ownId(actor)
    const person = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      select: { role: true, jobTitle: true, department: true, language: true, passwordHash: true },
    })
    const { name, email } = await openContact(tx, personId)
    const mandates = await tx.mandate.findMany({
      where: { personId, revokedAt: null, validUntil: { gt: now } },
      orderBy: { validFrom: 'asc' },
      select: { id: true, acts: true, categories: true, areas: true, validFrom: true, validUntil: true, ground: true },
    })
    const { passwordHash, ...shown } = person
    const codesLeft = await tx.recoveryCode.count({ where: { personId, usedAt: null } })
    return { ...shown, name, email, mandates, codesLeft, hasPassword: passwordHash !== null }
  },
  about: (_input, _value, { id }) => ({ object: { type: 'account', ref: 'own' }, subjects: id ? [id] : [] }),
})
