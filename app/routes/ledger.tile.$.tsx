import type { LoaderFunctionArgs } from '@remix-run/node'
import { readTile } from '~/interactions/ledger/read-tile.server'
import { enter } from '~/safeguards/door.server'

/** A tile of the ledger: /ledger/tile/0/x001/234 or /ledger/tile/entries/000.p/17. What was published never changes. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(readTile, request, { path: params['*'] })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return new Response(outcome.value, {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  })
}
