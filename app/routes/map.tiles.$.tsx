import type { LoaderFunctionArgs } from '@remix-run/node'
import { passerBy } from '~/interactions/map/passer-by.server'
import { pictureResponse } from '~/interactions/map/picture-response.server'
import { tileAsked } from '~/interactions/map/show-picture.input'
import { showTile } from '~/interactions/map/show-tile.server'
import { enterAs } from '~/safeguards/door.server'

/** A square of the base map: /map/tiles/7.1/light/14/4957/6059.png */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return pictureResponse(request, await enterAs(showTile, passerBy(request), tileAsked(params['*'])))
}
