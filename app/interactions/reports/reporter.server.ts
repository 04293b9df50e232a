import type { Tx } from '~/platform/db.server'
import type { Actor } from '~/safeguards/interaction.server'
import type { Language } from '~/safeguards/vocabulary'
import { findOrMakeResident, openContact } from '../people/person.server'

type Given = { name?: string | undefined; email?: string | undefined; phone?: string | undefined }
type Context = { tx: Tx; now: Date; actor: Actor; language: Language }

export type Reporter = {
  personId: string | null
  /** There is a mail address, so letters can be written. */
  hasEmail: boolean
  hasName: boolean
  /** They signed in with that address, so it is theirs. */
  isAddressTheirs: boolean
}

const nobody: Reporter = { personId: null, hasEmail: false, hasName: false, isAddressTheirs: false }

/**
 * Whose report it is: the resident who signed in, whoever left a name or a way to reach them, or nobody. A signed-in
 * resident's own details are filled in where the town had none; everybody may report without saying who they are.
 */
export async function reporterOf({ tx, now, actor, language }: Context, given: Given): Promise<Reporter> {
  const own = actor.role === 'resident' && actor.id ? await openContact(tx, actor.id) : null
  const contact = { name: given.name ?? null, phone: given.phone ?? null, email: own?.email ?? given.email ?? null }
  if (own && actor.id) {
    if (own.email && (contact.name || contact.phone)) await findOrMakeResident(tx, { ...contact, language }, now)
    return {
      personId: actor.id,
      hasEmail: own.email !== null,
      hasName: Boolean(own.name ?? (own.email && contact.name)),
      isAddressTheirs: own.email !== null,
    }
  }
  if (!contact.name && !contact.email && !contact.phone) return nobody
  const { personId } = await findOrMakeResident(tx, { ...contact, language }, now)
  return { personId, hasEmail: contact.email !== null, hasName: contact.name !== null, isAddressTheirs: false }
}
