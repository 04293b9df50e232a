import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { defineInteraction } from '~/safeguards/door.server'
import { staffRoles } from '~/safeguards/vocabulary'
import { ownId } from '../accounts/own'
import { nameOfCategory } from '../issues/category-name'
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
  async handle({ tx, actor, now, language }) {
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
    const named = await namesOf(tx, mandates, language)
    const codesLeft = await tx.recoveryCode.count({ where: { personId, usedAt: null } })
    return { ...shown, name, email, mandates: named, codesLeft, hasPassword: passwordHash !== null }
  },
  about: (_input, _value, { id }) => ({ object: { type: 'account', ref: 'own' }, subjects: id ? [id] : [] }),
})

// People know a category and an area by what it is called, not by its key.
async function namesOf<Mandate extends { categories: string[]; areas: string[] }>(
  tx: Tx,
  mandates: readonly Mandate[],
  language: string,
): Promise<Mandate[]> {
  const keysIn = (kind: 'categories' | 'areas') => mandates.flatMap((mandate) => mandate[kind])
  const categories = await tx.category.findMany({
    where: { key: { in: keysIn('categories') } },
    select: { key: true, name: true },
  })
  const areas = await tx.area.findMany({ where: { key: { in: keysIn('areas') } }, select: { key: true, name: true } })
  const names = new Map([
    ...categories.map(({ key, name }) => [`category ${key}`, nameOfCategory(name, language)] as const),
    ...areas.map(({ key, name }) => [`area ${key}`, name] as const),
  ])
  return mandates.map((mandate) => ({
    ...mandate,
    categories: mandate.categories.map((key) => names.get(`category ${key}`) ?? key),
    areas: mandate.areas.map((key) => names.get(`area ${key}`) ?? key),
  }))
}
