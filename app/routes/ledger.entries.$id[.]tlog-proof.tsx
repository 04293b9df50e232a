import type { LoaderFunctionArgs } from '@remix-run/node'
import { readLedgerEntry } from '~/interactions/ledger/read-ledger-entry.server'
import { proofFile } from '~/interactions/ledger/receipt-answers.server'
import { enter } from '~/safeguards/door.server'

/** The proof that an entry is in the record, for anybody. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(readLedgerEntry, request, { id: params.id })
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return proofFile(outcome.value)
}
