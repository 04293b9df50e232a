import { randomUUID } from 'node:crypto'
import type { Tx } from '~/platform/db.server'
import { keysOfPeople } from '~/platform/key-ring.server'
import { InvalidInput } from '~/platform/problems'
import { newPersonKey, normaliseEmail } from '~/platform/sealing.server'
import type { Language, Role } from '~/safeguards/vocabulary'
import { indexesOf, personWithEmail, sealOf, sealOfPerson } from './person-key.server'

export { personWithEmail } from './person-key.server'

export type Contact = { name: string | null; email: string | null; phone: string | null }
type GivenContact = { email?: string | null; name?: string | null; phone?: string | null }

/**
 * The resident with this mail address, or a new one; somebody without an address is new each time. What is known is not
 * overwritten: whoever types an address has not shown that it is theirs. An empty name or phone is filled in.
 */
export async function findOrMakeResident(
  tx: Tx,
  given: GivenContact & { language: Language },
  now: Date,
): Promise<{ personId: string; isNew: boolean }> {
  const known = given.email ? await personWithEmail(tx, given.email) : null
  if (known) {
    if (known.role === 'resident') await fillIn(tx, known.id, given)
    return { personId: known.id, isNew: false }
  }
  const personId = await makePerson(tx, { ...given, role: 'resident' }, now)
  if (personId) return { personId, isNew: true }
  // Somebody else made the same person at this moment; the unique address let one of the two through.
  const first = given.email ? await personWithEmail(tx, given.email) : null
  if (!first) throw new Error('A person was neither made nor found.')
  return { personId: first.id, isNew: false }
}

type NewStaff = {
  email: string
  name: string
  role: Exclude<Role, 'resident' | 'system'>
  language: Language
  jobTitle: string
  department?: string | null
  homeAreaKey?: string | null
  isDemo?: boolean
}

/** Somebody who works for the town. They cannot sign in before they have used an invitation. */
export async function makeStaff(tx: Tx, staff: NewStaff, now: Date): Promise<{ personId: string }> {
  const personId = await makePerson(tx, staff, now)
  if (!personId) throw new InvalidInput({ email: 'sign-in.field.email-in-use' })
  return { personId }
}

/** Name and ways to reach a person; all null when they gave none or were erased. Whoever calls this touches `contact`. */
export async function openContact(tx: Tx, personId: string): Promise<Contact> {
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { sealedName: true, sealedEmail: true, sealedPhone: true },
  })
  const own = await sealOfPerson(tx, personId)
  if (!own) return { name: null, email: null, phone: null }
  const { sealedName, sealedEmail, sealedPhone } = person
  return {
    name: sealedName && own.open(sealedName, 'person.sealed_name'),
    email: sealedEmail && own.open(sealedEmail, 'person.sealed_email'),
    phone: sealedPhone && own.open(sealedPhone, 'person.sealed_phone'),
  }
}

/** The name of a person; for staff among themselves. Residents see a function, never a name. */
export const nameOf = async (tx: Tx, personId: string): Promise<string | null> => (await openContact(tx, personId)).name

type NewPerson = GivenContact & { role: Exclude<Role, 'system'>; language: Language } & Partial<
    Pick<NewStaff, 'jobTitle' | 'department' | 'homeAreaKey' | 'isDemo'>
  >

// Null when the address is taken: on conflict nothing is done, so the transaction stays usable.
async function makePerson(tx: Tx, given: NewPerson, now: Date): Promise<string | null> {
  const personId = randomUUID()
  const { key, wrapped } = newPersonKey(keysOfPeople(), personId)
  const { seal } = sealOf(key)
  const email = given.email ? normaliseEmail(given.email) : null
  const name = given.name?.trim()
  const phone = given.phone?.trim()
  const { count } = await tx.person.createMany({
    skipDuplicates: true,
    data: {
      id: personId,
      role: given.role,
      language: given.language,
      sealedName: name ? seal(name, 'person.sealed_name') : null,
      sealedEmail: email ? seal(email, 'person.sealed_email') : null,
      sealedPhone: phone ? seal(phone, 'person.sealed_phone') : null,
      emailIndex: (email && indexesOf(email)[0]) || null,
      jobTitle: given.jobTitle ?? null,
      department: given.department ?? null,
      homeAreaKey: given.homeAreaKey ?? null,
      isDemo: given.isDemo ?? false,
      createdAt: now,
    },
  })
  if (count === 0) return null
  await tx.personKey.create({ data: { personId, wrappedKey: new Uint8Array(wrapped), createdAt: now } })
  return personId
}

async function fillIn(tx: Tx, personId: string, { name, phone }: GivenContact) {
  const known = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { sealedName: true, sealedPhone: true },
  })
  const own = await sealOfPerson(tx, personId)
  if (!own) return
  const newName = known.sealedName ? undefined : name?.trim()
  const newPhone = known.sealedPhone ? undefined : phone?.trim()
  if (!newName && !newPhone) return
  await tx.person.update({
    where: { id: personId },
    data: {
      ...(newName && { sealedName: own.seal(newName, 'person.sealed_name') }),
      ...(newPhone && { sealedPhone: own.seal(newPhone, 'person.sealed_phone') }),
    },
  })
}
