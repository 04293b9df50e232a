import type { LoaderFunctionArgs } from '@remix-run/node'
import { passerBy } from '~/interactions/map/passer-by.server'
import { pictureResponse } from '~/interactions/map/picture-response.server'
import { stillAsked } from '~/interactions/map/show-picture.input'
import { showStill } from '~/interactions/map/show-still.server'
import { enterAs } from '~/safeguards/door.server'

/** A drawn map of a place: /map/still/7.1/light/card/16/42.35500,-71.06600.png?pin=open@42.35500,-71.06600 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const pin = new URL(request.url).searchParams.getAll('pin')
  return pictureResponse(request, await enterAs(showStill, passerBy(request), { ...stillAsked(params['*']), pin }))
}
