import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changePassword } from '~/interactions/accounts/change-sign-in.server'
import { seeOwnAccount } from '~/interactions/people/see-own-account.server'
import { newSessionId, sessionCookie } from '~/platform/session.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { ChangePassword, NewCodes } from '~/ui/account/change-sign-in'
import { PageTitle } from '~/ui/page-title'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeOwnAccount, request)
  if (!outcome.ok && outcome.problem.type === 'not-your-role') throw redirect('/me')
  if (!outcome.ok) throw refusal(outcome.problem, request)
  // Invented people have nothing to change.
  if (!outcome.value.hasPassword) throw redirect('/me/account')
  return { title: titleFor(request, 'me.security.title'), email: outcome.value.email ?? '', role: outcome.value.role }
}

export async function action({ request }: ActionFunctionArgs) {
  const sessionToken = newSessionId()
  const device = request.headers.get('user-agent') ?? ''
  const outcome = await enter(changePassword, request, { sessionToken, device })
  if (!outcome.ok)
    return json({ problem: outcome.problem.toJSON(), isRefused: false }, { status: outcome.problem.status })
  const { outcome: answer, role } = outcome.value
  if (answer === 'refused') return json({ problem: null, isRefused: true }, { status: 422 })
  return redirect('/me/account?changed', { headers: { 'Set-Cookie': sessionCookie(sessionToken, role) } })
}

export default function Security() {
  const { email } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="stack-wide">
      <PageTitle title={t('me.security.title')} back={{ to: '/me/account', label: t('me.account.title') }}>
        {t('me.security.lead')}
      </PageTitle>
      <ChangePassword email={email} problem={answer?.problem} isRefused={answer?.isRefused} />
      <NewCodes />
      <p className="muted small">{t('me.security.phone-lost')}</p>
    </div>
  )
}
