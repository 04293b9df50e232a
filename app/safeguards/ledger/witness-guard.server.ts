import type { ClientBase } from 'pg'
import { NotACheckpoint } from './checkpoint'
import { checkSignature, sha256 } from './node-crypto.server'
import { expectToContinue } from './publish.server'
import { NotANote, readVerifierKey } from './signed-note'
import type { Signer } from './signing-key.server'
import { readHead } from './verify-log'
import { lastSeenBy, type WitnessAt, WitnessIsAway } from './witness-calls.server'

/** What came of asking a witness: it has seen what is here, or nothing, or could not be asked, or said what cannot be relied on. */
export type Asked = { witness: WitnessAt; outcome: 'agrees' | 'knows-nothing' | 'away' | 'not-to-be-read' }

/**
 * Asks each witness which head it signed last, all at once and for some seconds at most. Throws `WouldFork` when one has a
 * head with this town's signature that the tree here does not continue. Nothing else a witness says can stop the town: a
 * head that no key of this record has signed proves nothing.
 */
export async function guardAgainstWitnesses(
  db: ClientBase,
  signer: Signer,
  witnesses: readonly WitnessAt[],
  signal?: AbortSignal,
): Promise<Asked[]> {
  const { rows } = await db.query<{ vkey: string }>('SELECT vkey FROM ledger_key')
  const vkeys = new Set([signer.vkey, ...rows.map(({ vkey }) => vkey)])
  const keys = [...vkeys].map((vkey) => readVerifierKey(sha256, vkey))
  const told = await Promise.all(
    witnesses.map(async (witness) => ({ witness, note: await lastSeenBy(witness, signer.name, signal).catch(isAway) })),
  )
  const asked: Asked[] = []
  // One after the other from here, since there is one connection.
  for (const { witness, note } of told) {
    if (note === null || note instanceof WitnessIsAway) {
      asked.push({ witness, outcome: note === null ? 'knows-nothing' : 'away' })
      continue
    }
    const head = await readHead(note, keys, checkSignature).catch(isUnreadable)
    if (head?.origin === signer.name) await expectToContinue(db, head)
    asked.push({ witness, outcome: head?.origin === signer.name ? 'agrees' : 'not-to-be-read' })
  }
  return asked
}

function isAway(error: unknown): WitnessIsAway {
  if (error instanceof WitnessIsAway) return error
  throw error
}

function isUnreadable(error: unknown): null {
  if (error instanceof NotANote || error instanceof NotACheckpoint) return null
  throw error
}
