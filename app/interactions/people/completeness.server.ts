import type { Tx } from '~/platform/db.server'
import { keysOfPeople } from '~/platform/key-ring.server'
import { open, SealBroken, unwrapKey } from '~/platform/sealing.server'
import { type Opening, opens } from '~/safeguards/integrity/commitment.server'
import type { ActEntry } from '~/safeguards/integrity/entry'
import { type Completeness, holesIn } from './completeness'

type Kept = { name: string; sealed: Uint8Array; entry: Uint8Array }

/**
 * Whether every act that the record counted about this person is there (LEDGER 3.4). A number counts only when its opening
 * opens with the person's key, names this person, and fits what its entry committed to. Null after erasure.
 */
export async function completenessOf(tx: Tx, personId: string): Promise<Completeness | null> {
  // One statement, so that counter and openings are of one moment.
  const [person] = await tx.$queryRaw<{ counter: number; wrapped: Uint8Array | null; kept: KeptAsText[] }[]>`
    SELECT p.entry_count AS counter, k.wrapped_key AS wrapped, coalesce((
      SELECT jsonb_agg(jsonb_build_object('name', o.name, 'sealed', encode(o.sealed, 'base64'), 'entry', encode(e.entry, 'base64')))
      FROM entry_opening o JOIN entry e ON e.entry_id = o.entry_id WHERE o.person_id = p.id), '[]') AS kept
    FROM person p LEFT JOIN person_key k ON k.person_id = p.id WHERE p.id = ${personId}::uuid`
  if (!person?.wrapped) return null
  const key = unwrapKey(keysOfPeople(), personId, person.wrapped)
  const numbers = person.kept.map(fromText).flatMap((kept) => numberIn(key, personId, kept) ?? [])
  return holesIn(numbers, person.counter)
}

function numberIn(key: Uint8Array, personId: string, { name, sealed, entry }: Kept): number | null {
  try {
    const opening = openingFrom(open(key, sealed, 'entry_opening.sealed'))
    const { who, pii } = JSON.parse(new TextDecoder().decode(entry)) as Pick<ActEntry, 'who' | 'pii'>
    const commitment = name === 'who' ? who : pii?.[name]
    const { n, s } = opening.value as { n?: unknown; s?: unknown }
    const isTheirs = opening.name === name && s === personId && commitment !== undefined && opens(commitment, opening)
    return isTheirs && typeof n === 'number' ? n : null
  } catch (error) {
    // An opening that was altered or put in another's place is as good as gone: its number is missing.
    if (error instanceof SealBroken || error instanceof SyntaxError) return null
    throw error
  }
}

type KeptAsText = { name: string; sealed: string; entry: string }
const fromText = ({ name, sealed, entry }: KeptAsText): Kept => ({
  name,
  sealed: Buffer.from(sealed, 'base64'),
  entry: Buffer.from(entry, 'base64'),
})

function openingFrom(text: string): Opening {
  const { name, salt, value } = JSON.parse(text) as { name: string; salt: string; value: Opening['value'] }
  return { name, salt: Buffer.from(salt, 'base64url'), value }
}
