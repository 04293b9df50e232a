import type { Tx } from '~/platform/db.server'
import type { TrustedKeys } from '~/safeguards/ledger/check-receipt'
import { promiseVkeys } from '~/safeguards/ledger/promise.server'

/** The keys that a receipt of this town is checked against: every key of the record, of its promises, and of its witnesses. */
export async function trustedKeys(tx: Tx): Promise<TrustedKeys> {
  const [log, witnesses] = await Promise.all([
    tx.$queryRaw<{ vkey: string }[]>`SELECT vkey FROM ledger_key ORDER BY added_at DESC, vkey`,
    tx.$queryRaw<{ vkey: string }[]>`SELECT vkey FROM ledger_witness ORDER BY name`,
  ])
  const keysOf = (rows: readonly { vkey: string }[]) => rows.map(({ vkey }) => vkey)
  return { log: keysOf(log), promise: promiseVkeys(), witnesses: keysOf(witnesses) }
}
