import type { LoaderFunctionArgs } from '@remix-run/node'
import { openPhoto } from '~/interactions/reports/photos/open-photo.server'
import { showPhoto } from '~/interactions/reports/photos/show-photo.server'
import { pictureResponse } from '~/platform/picture-response.server'
import { enter } from '~/safeguards/door.server'

/** A photo of an issue. With `?look` a civil servant on the case opens one that is not public, and leaves a record of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const isLook = new URL(request.url).searchParams.has('look')
  const { id } = params
  const outcome = isLook ? await enter(openPhoto, request, { id }) : await enter(showPhoto, request, { id })
  // Nobody learns from the answer whether there is something that they may not see.
  if (!outcome.ok) return new Response(null, { status: 404 })
  // An hour: a photo that is taken off the page is gone from browsers soon after.
  return pictureResponse(outcome.value.picture, isLook ? 'private, no-store' : 'public, max-age=3600')
}
