import { type ActionFunctionArgs, json, redirect } from '@remix-run/node'
import { signInAsDemo } from '~/interactions/accounts/sign-in-as-demo.server'
import { signOut } from '~/interactions/accounts/sign-out.server'
import { asNobody, leaving } from '~/platform/earlier-session.server'
import { newSessionId, sessionCookie } from '~/platform/session.server'
import { enter } from '~/safeguards/door.server'

/** Signs in as an invented person; the door refuses it anywhere but in the demo. */
export async function action({ request }: ActionFunctionArgs) {
  const before = leaving(request)
  const sessionToken = newSessionId()
  const device = request.headers.get('user-agent') ?? ''
  const outcome = await enter(signInAsDemo, asNobody(request), { sessionToken, device })
  if (!outcome.ok) throw json(outcome.problem.toJSON(), { status: outcome.problem.status })
  // Whoever sat here before is signed out, not only covered up.
  if (before) await enter(signOut, before)
  const { role, next } = outcome.value
  return redirect(next, { headers: { 'Set-Cookie': sessionCookie(sessionToken, role) } })
}
