import type { Tx } from '~/platform/db.server'
import { keysOfPeople } from '~/platform/key-ring.server'
import { seal, unwrapKey } from '~/platform/sealing.server'
import { commit, type Opening } from '../integrity/commitment.server'

export type PersonInEntry = { name: string; personId: string }
export type SealedOpening = { name: string; personId: string; sealed: string }

/**
 * Counts this act for each person in it and puts them under commitments: the entry shows 43 characters, the opening is
 * sealed with the person's own key. Numbers 1..n without a hole are the whole history of a person (LEDGER 3.4).
 */
export async function commitPeople(tx: Tx, people: readonly PersonInEntry[]) {
  const commitments: Record<string, string> = {}
  const openings: SealedOpening[] = []
  if (people.length === 0) return { commitments, openings }
  const ids = [...new Set(people.map(({ personId }) => personId))]
  // In the order of ids, so that two acts about the same two people never wait for each other in a circle. Not FOR UPDATE:
  // rows that both wrote about a person hold that person's key, and each would wait for the other to let go of it.
  const counted = await tx.$queryRaw<{ id: string; n: number; wrapped: Uint8Array | null }[]>`
    WITH locked AS (SELECT id FROM person WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE),
    counted AS (UPDATE person SET entry_count = entry_count + 1 FROM locked WHERE person.id = locked.id
      RETURNING person.id, person.entry_count AS n)
    SELECT counted.id, counted.n, person_key.wrapped_key AS wrapped
    FROM counted LEFT JOIN person_key ON person_key.person_id = counted.id`
  const byId = new Map(counted.map((row) => [row.id, row]))
  for (const { name, personId } of people) {
    const row = byId.get(personId)
    if (!row) throw new Error('An act names a person who is not there.')
    const { commitment, opening } = commit(name, { n: row.n, s: personId })
    commitments[name] = commitment
    // Without a key the person was erased: the commitment stays, and nobody can ever open it.
    if (row.wrapped) openings.push({ name, personId, sealed: sealedOpening(personId, row.wrapped, opening) })
  }
  return { commitments, openings }
}

function sealedOpening(personId: string, wrapped: Uint8Array, { name, salt, value }: Opening): string {
  const key = unwrapKey(keysOfPeople(), personId, wrapped)
  const text = JSON.stringify({ name, salt: Buffer.from(salt).toString('base64url'), value })
  return seal(key, text, 'entry_opening.sealed').toString('base64')
}
