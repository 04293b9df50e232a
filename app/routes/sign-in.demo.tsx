import { type ActionFunctionArgs, json, redirect } from '@remix-run/node'
import { signInAsDemo } from '~/interactions/accounts/sign-in-as-demo.server'
import { newSessionId, sessionCookie } from '~/platform/session.server'
import { enter } from '~/safeguards/door.server'

/** Signs in as an invented person; the door refuses it anywhere but in the demo. */
export async function action({ request }: ActionFunctionArgs) {
  const sessionToken = newSessionId()
  const device = request.headers.get('user-agent') ?? ''
  const outcome = await enter(signInAsDemo, request, { sessionToken, device })
  if (!outcome.ok) throw json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const { role, next } = outcome.value
  return redirect(next, { headers: { 'Set-Cookie': sessionCookie(sessionToken, role) } })
}
