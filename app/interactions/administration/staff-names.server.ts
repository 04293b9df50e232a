import type { Tx } from '~/platform/db.server'
import { keysOfPeople } from '~/platform/key-ring.server'
import { unwrapKey } from '~/platform/sealing.server'
import { sealOf } from '../people/person-key.server'

type Sealed = { id: string; sealedName: Uint8Array | null; sealedEmail: Uint8Array | null }
export type StaffName = { name: string; email: string }

/** Names and work addresses of staff, opened with each person's own key. Whoever calls this touches `staff`. */
export async function openStaffNames(tx: Tx, people: readonly Sealed[]): Promise<Map<string, StaffName>> {
  const keys = await tx.personKey.findMany({ where: { personId: { in: people.map(({ id }) => id) } } })
  const byPerson = new Map(keys.map(({ personId, wrappedKey }) => [personId, wrappedKey]))
  return new Map(
    people.map(({ id, sealedName, sealedEmail }) => {
      const wrapped = byPerson.get(id)
      const own = wrapped && sealOf(unwrapKey(keysOfPeople(), id, wrapped))
      return [
        id,
        {
          name: own && sealedName ? own.open(sealedName, 'person.sealed_name') : '',
          email: own && sealedEmail ? own.open(sealedEmail, 'person.sealed_email') : '',
        },
      ]
    }),
  )
}
