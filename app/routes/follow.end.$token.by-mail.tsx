import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { endFollow } from '~/interactions/follows/end-follow.server'
import { seeFollowEnd } from '~/interactions/follows/see-follow.server'
import { refusal } from '~/platform/sign-in-first.server'
import { enter } from '~/safeguards/door.server'

/** A mail program without that button opens the address in a browser: there the page asks for a yes. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(seeFollowEnd, request, { token: params.token })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return redirect(`/follow/end/${encodeURIComponent(params.token ?? '')}`)
}

/** The button of a mail program that ends a subscription (RFC 8058): sent by a mail server, so without cookies or origin. */
export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(endFollow, request, { token: params.token })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return new Response(null, { status: 204 })
}
