import type { Tx } from '~/platform/db.server'
import type { TrustedKeys } from '~/safeguards/ledger/check-receipt'

/** The keys that a receipt of this town is checked against: every key of the record, of its promises, and of its witnesses. */
export async function trustedKeys(tx: Tx): Promise<TrustedKeys> {
  const keys = await tx.$queryRaw<{ vkey: string }[]>`SELECT vkey FROM ledger_key ORDER BY added_at DESC, vkey`
  // No promise is signed yet and no witness signs: nobody else is believed until there is a key of theirs.
  return { log: keys.map(({ vkey }) => vkey), promise: [], witnesses: [] }
}
