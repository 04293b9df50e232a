import type { LoaderFunctionArgs } from '@remix-run/node'
import { passerBy } from '~/interactions/map/passer-by.server'
import { clustersAsked } from '~/interactions/map/show-clusters.input'
import { showClusters } from '~/interactions/map/show-clusters.server'
import { rawInput } from '~/safeguards/door/input.server'
import { enterAs } from '~/safeguards/door.server'

/** The issues in a square of the map: /map/clusters/13/2478/3029.json?state=open */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const raw = await rawInput(request, clustersAsked(params['*']))
  const outcome = await enterAs(showClusters, passerBy(request), raw)
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const { json, tag } = outcome.value
  // Fresh for three seconds; after that the tag says whether anything changed.
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'private, max-age=3',
    ETag: tag,
  }
  if (request.headers.get('if-none-match') === tag) return new Response(null, { status: 304, headers })
  return new Response(json, { headers })
}
