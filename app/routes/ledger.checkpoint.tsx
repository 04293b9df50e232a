import type { LoaderFunctionArgs } from '@remix-run/node'
import { readCheckpoint } from '~/interactions/ledger/read-checkpoint.server'
import { enter } from '~/safeguards/door.server'

/** The signed head of the ledger, for programs that check it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(readCheckpoint, request)
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return new Response(outcome.value, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=2' },
  })
}
