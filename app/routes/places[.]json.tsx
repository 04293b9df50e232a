import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { searchPlace } from '~/interactions/places/search-place.server'
import { enter } from '~/safeguards/door.server'

/** Suggestions while somebody types a place. */
export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(searchPlace, request)
  if (!outcome.ok)
    return json(outcome.problem.toJSON(), {
      status: outcome.problem.status,
      headers: { 'content-type': 'application/problem+json' },
    })
  return json({ places: outcome.value }, { headers: { 'cache-control': 'public, max-age=60' } })
}
