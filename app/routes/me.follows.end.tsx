import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { endOwnFollow } from '~/interactions/follows/end-follow.server'
import { refusal } from '~/platform/sign-in-first.server'
import { enter } from '~/safeguards/door.server'

/** Ends one of somebody's own follows, and goes back to the list. */
export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(endOwnFollow, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return redirect('/me')
}
