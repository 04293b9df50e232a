import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newCodes } from '~/interactions/accounts/change-sign-in.server'
import { seeOwnAccount } from '~/interactions/people/see-own-account.server'
import { errandCookie } from '~/platform/cookies.server'
import { newSessionId, sessionCookie } from '~/platform/session.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { NewCodes } from '~/ui/account/change-sign-in'
import { PageTitle } from '~/ui/page-title'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeOwnAccount, request)
  if (!outcome.ok && outcome.problem.type === 'not-your-role') throw redirect('/me')
  if (!outcome.ok) throw refusal(outcome.problem, request)
  if (!outcome.value.hasPassword) throw redirect('/me/account')
  return { title: titleFor(request, 'me.security.new-codes-title') }
}

export async function action({ request }: ActionFunctionArgs) {
  const sessionToken = newSessionId()
  const device = request.headers.get('user-agent') ?? ''
  const outcome = await enter(newCodes, request, { sessionToken, device })
  if (!outcome.ok)
    return json({ problem: outcome.problem.toJSON(), isRefused: false }, { status: outcome.problem.status })
  const { outcome: answer, sealedCodes, role } = outcome.value
  if (answer === 'refused' || !sealedCodes) return json({ problem: null, isRefused: true }, { status: 422 })
  const headers = new Headers({ 'Set-Cookie': sessionCookie(sessionToken, role) })
  headers.append('Set-Cookie', errandCookie('codes', sealedCodes, 600))
  return redirect('/me/recovery-codes', { headers })
}

export default function NewRecoveryCodes() {
  useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="stack-wide">
      <PageTitle
        title={t('me.security.new-codes-title')}
        back={{ to: '/me/security', label: t('me.security.title') }}
      />
      <NewCodes problem={answer?.problem} isRefused={answer?.isRefused} isAlone />
    </div>
  )
}
