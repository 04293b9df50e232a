import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readInvite } from '~/interactions/accounts/read-invite.server'
import { setUpAuthenticator } from '~/interactions/accounts/set-up-authenticator.server'
import { signOut } from '~/interactions/accounts/sign-out.server'
import { errandCookie, readErrand } from '~/platform/cookies.server'
import { asNobody, leaving } from '~/platform/earlier-session.server'
import { newSessionId, sessionCookie } from '~/platform/session.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { ConnectPhone } from '~/ui/account/connect-phone'
import { qrPath } from '~/ui/qr-path.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const given = { token: params.token, browserToken: readErrand(request, 'invited') }
  const outcome = await enter(readInvite, request, given)
  if (!outcome.ok) throw json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const invite = outcome.value
  if (invite.step === 'password') throw redirect(`/sign-in/invite/${params.token}`)
  return { title: titleFor(request, 'sign-in.invite.phone.title'), secret: invite.secret, qr: qrPath(invite.uri) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const before = leaving(request)
  const sessionToken = newSessionId()
  const device = request.headers.get('user-agent') ?? ''
  const given = { token: params.token, browserToken: readErrand(request, 'invited'), sessionToken, device }
  const outcome = await enter(setUpAuthenticator, asNobody(request), given)
  if (!outcome.ok) return json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const { role, sealedCodes } = outcome.value
  // Whoever sat here before is signed out, not only covered up.
  if (before) await enter(signOut, before)
  const headers = new Headers({ 'Set-Cookie': sessionCookie(sessionToken, role) })
  headers.append('Set-Cookie', errandCookie('invited', '', 0))
  headers.append('Set-Cookie', errandCookie('codes', sealedCodes, 600))
  return redirect('/me/recovery-codes', { headers })
}

export default function InvitePhone() {
  const { qr, secret } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  return <ConnectPhone qr={qr} secret={secret} problem={problem} />
}
