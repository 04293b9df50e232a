import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { searchPlace } from '~/interactions/places/search-place.server'
import { showPlace } from '~/interactions/places/show-place.server'
import { enter } from '~/safeguards/door.server'

/** Suggestions while somebody types a place (`q`), or the words of the place under a pin (`lat` and `lng`). */
export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  if (searchParams.has('lat')) {
    const place = await enter(showPlace, request)
    return place.ok ? json(place.value) : json(place.problem.toJSON(), { status: place.problem.status })
  }
  const outcome = await enter(searchPlace, request)
  if (!outcome.ok)
    return json(outcome.problem.toJSON(), {
      status: outcome.problem.status,
      headers: { 'content-type': 'application/problem+json' },
    })
  // Places are public; what one person types is not. Only their own browser keeps the answer.
  return json({ places: outcome.value }, { headers: { 'cache-control': 'private, max-age=60' } })
}
