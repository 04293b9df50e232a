import type { LoaderFunctionArgs } from '@remix-run/node'
import { passerBy } from '~/interactions/map/passer-by.server'
import { pictureResponse } from '~/interactions/map/picture-response.server'
import { stillAsked } from '~/interactions/map/show-picture.input'
import { showStill } from '~/interactions/map/show-still.server'
import { showStillIssues } from '~/interactions/map/show-still-issues.server'
import { rawInput } from '~/safeguards/door/input.server'
import { enterAs } from '~/safeguards/door.server'

/** A drawn map of a place (`?pin=open@42.35500,-71.06600`), or of the issues in sight (`?issues=1&state=open`). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const raw = await rawInput(request, stillAsked(params['*']))
  const visit = passerBy(request)
  const outcome = 'issues' in raw ? await enterAs(showStillIssues, visit, raw) : await enterAs(showStill, visit, raw)
  return pictureResponse(request, outcome)
}
