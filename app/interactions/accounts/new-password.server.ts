import type { Tx } from '~/platform/db.server'
import { flawIn, hashPassword } from '~/platform/passwords.server'
import { InvalidInput } from '~/platform/problems'
import { openContact } from '../people/person.server'
import { townOrNull } from '../town/town.server'

/** Judges a new password and gives the form in which it is stored. A flaw comes back at its field. */
export async function judgedPassword(tx: Tx, personId: string, password: string): Promise<string> {
  const { name, email } = await openContact(tx, personId)
  const town = await townOrNull(tx)
  const flaw = flawIn(password, [...(town ? [town.name] : []), ...(name ? [name] : []), ...(email ? [email] : [])])
  if (flaw) throw new InvalidInput({ password: `sign-in.${flaw}` })
  return hashPassword(password)
}
