import type { LoaderFunctionArgs } from '@remix-run/node'
import { showDraftPhoto } from '~/interactions/reports/form/show-photos.server'
import { draftTokenOf } from '~/platform/draft-cookie.server'
import { pictureResponse } from '~/platform/picture-response.server'
import { enter } from '~/safeguards/door.server'

/** A photo of a report that is not sent yet: only the browser that added it can see it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(showDraftPhoto, request, { draftToken: draftTokenOf(request), name: params.name })
  if (!outcome.ok) return new Response(null, { status: 404 })
  return pictureResponse(outcome.value.picture, 'private, no-store')
}
