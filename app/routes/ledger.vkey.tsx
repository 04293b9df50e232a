import type { LoaderFunctionArgs } from '@remix-run/node'
import { readLedgerKey } from '~/interactions/ledger/read-ledger-key.server'
import { enter } from '~/safeguards/door.server'

/** The keys that check the ledger's signatures, one on each line, the newest first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(readLedgerKey, request)
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return new Response(outcome.value.map((vkey) => `${vkey}\n`).join(''), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=300' },
  })
}
