import type { Tx } from '~/platform/db.server'
import { keysOfPeople } from '~/platform/key-ring.server'
import { open, unwrapKey } from '~/platform/sealing.server'
import type { CanonicalValue } from '~/safeguards/integrity/canonical-json'
import { entryTime } from '~/safeguards/integrity/entry'
import { inclusionOf } from '~/safeguards/ledger/inclusion.server'
import { promiseOf, promiseVkey } from '~/safeguards/ledger/promise.server'
import { proofText } from '~/safeguards/ledger/proof-file'

/** What opens one commitment of an entry, as files carry it: the salt in base64url. */
export type ShownOpening = { name: string; salt: string; value: CanonicalValue }

/** Where an entry stands in the signed record. */
export type Standing = { index: number; size: number; signedAt: Date }

/** One act, and what shows that it is in the record: a promise at once, a proof as soon as a signed head covers it. */
export type Receipt = {
  id: string
  kind: string
  madeAt: Date
  isRefused: boolean
  /** The entry as it was written (RFC 8785). */
  entry: string
  leafHash: string
  openings: ShownOpening[]
  promise: string
  standing: Standing | null
  /** The whole of the proof file (c2sp.org/tlog-proof@v1). */
  proof: string | null
}

/** The receipt of an entry; with the openings of this person, when there is one. Null when there is no such entry. */
export async function receiptOf(tx: Tx, id: string, personId: string | null): Promise<Receipt | null> {
  const row = await tx.entry.findUnique({
    where: { id },
    select: { entryId: true, id: true, kind: true, madeAt: true, isRefused: true, entry: true, leafHash: true },
  })
  if (!row) return null
  const entry = new TextDecoder().decode(row.entry)
  const openings = personId ? await openingsOf(tx, row.entryId, personId) : []
  const promise = promiseOf({ entryId: id, leaf: row.leafHash, time: entryTime(row.madeAt) })
  const inclusion = await inclusionOf(tx, row.entryId)
  const extra = new TextEncoder().encode(JSON.stringify({ v: 1, entry, openings, promise }))
  return {
    id,
    kind: row.kind,
    madeAt: row.madeAt,
    isRefused: row.isRefused,
    entry,
    leafHash: Buffer.from(row.leafHash).toString('hex'),
    openings,
    promise,
    standing: inclusion && { index: inclusion.index, size: inclusion.size, signedAt: inclusion.signedAt },
    proof: inclusion && proofText({ ...inclusion, extra }),
  }
}

/** The receipt as a file for programs. */
export function receiptAsData({ id, entry, openings, promise, proof }: Receipt, logKey: string | null) {
  return {
    v: 1,
    id,
    state: proof === null ? 'promised' : 'proven',
    entry,
    openings,
    promise,
    promise_key: promiseVkey(),
    log_key: logKey,
    proof,
  }
}

/** What stands in an entry about one person, opened with their own key. Nothing once the key is destroyed. */
async function openingsOf(tx: Tx, entryId: bigint, personId: string): Promise<ShownOpening[]> {
  const key = await tx.personKey.findUnique({ where: { personId }, select: { wrappedKey: true } })
  if (!key) return []
  const unwrapped = unwrapKey(keysOfPeople(), personId, key.wrappedKey)
  const rows = await tx.entryOpening.findMany({
    where: { entryId, personId },
    orderBy: { name: 'asc' },
    select: { sealed: true },
  })
  return rows.map(({ sealed }) => JSON.parse(open(unwrapped, sealed, 'entry_opening.sealed')) as ShownOpening)
}

/** The key that signs the record now; null before the first start of the sequencer. */
export async function logKeyOf(tx: Tx): Promise<string | null> {
  const [newest] = await tx.$queryRaw<{ vkey: string }[]>`
    SELECT vkey FROM ledger_key ORDER BY added_at DESC, vkey LIMIT 1`
  return newest?.vkey ?? null
}
