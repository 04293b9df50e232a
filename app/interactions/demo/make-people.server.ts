import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { hashPassword } from '~/platform/passwords.server'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { findOrMakeResident, makeStaff } from '../people/person.server'
import { personWithEmail, sealOfPerson } from '../people/person-key.server'
import { type DemoPersonName, demoPeople, type InventedPerson } from './demo-people'
import { demoPassword, demoTotp } from './demo-sign-ins.server'

/** The demo invents its people: one for each role, to look around with. Elsewhere than in the demo this is not there. */
export const makePeople = defineInteraction({
  name: 'demo.make-people',
  input: z.object({}),
  roles: ['system'],
  purpose: 'demo',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['performing'],
  effect: 'write',
  touches: { staff: ['all'], contact: ['name', 'email'] },
  async handle({ tx, now }) {
    if (!env().demo) throw new NotFound()
    const ids = {} as Record<DemoPersonName, string>
    let made = 0
    for (const person of demoPeople) {
      const known = await personWithEmail(tx, person.email)
      ids[person.key] = known?.id ?? (await makePerson(tx, person, now))
      if (!known) made++
    }
    return { ids, made }
  },
  about: (_, { ids, made }) => ({
    object: { type: 'demo', ref: 'people' },
    subjects: Object.values(ids),
    facts: { made },
  }),
})

async function makePerson(tx: Tx, person: InventedPerson, now: Date): Promise<string> {
  const { key, role, name, email, language, jobTitle, department, homeArea } = person
  if (role === 'resident') {
    const { personId } = await findOrMakeResident(tx, { name, email, language }, now)
    await tx.person.update({ where: { id: personId }, data: { isDemo: true, homeAreaKey: homeArea } })
    return personId
  }
  const { personId } = await makeStaff(
    tx,
    { name, email, role, language, jobTitle: jobTitle ?? '', department, homeAreaKey: homeArea, isDemo: true },
    now,
  )
  const own = await sealOfPerson(tx, personId)
  if (!own) throw new Error('Somebody was made without a key.')
  await tx.person.update({
    where: { id: personId },
    data: {
      passwordHash: await hashPassword(demoPassword(key)),
      sealedTotp: own.seal(demoTotp(key), 'person.sealed_totp'),
    },
  })
  return personId
}
