import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { choosePassword } from '~/interactions/accounts/choose-password.server'
import { readInvite } from '~/interactions/accounts/read-invite.server'
import { errandCookie, readErrand } from '~/platform/cookies.server'
import { titleFor } from '~/platform/title.server'
import { newToken } from '~/platform/tokens.server'
import { enter } from '~/safeguards/door.server'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Form } from '~/ui/form'
import { PageTitle } from '~/ui/page-title'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const given = { token: params.token, browserToken: readErrand(request, 'invited') }
  const outcome = await enter(readInvite, request, given)
  if (!outcome.ok) throw json(outcome.problem.toJSON(), { status: outcome.problem.status })
  if (outcome.value.step === 'authenticator') throw redirect(`/sign-in/invite/${params.token}/phone`)
  return { title: titleFor(request, 'sign-in.invite.title'), email: outcome.value.email }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const browserToken = readErrand(request, 'invited') || newToken()
  const outcome = await enter(choosePassword, request, { token: params.token, browserToken })
  if (!outcome.ok) return json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(`/sign-in/invite/${params.token}/phone`, {
    headers: { 'Set-Cookie': errandCookie('invited', browserToken, 3 * 24 * 3600) },
  })
}

export default function Invite() {
  const { email } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="stack">
      <PageTitle title={t('sign-in.invite.title')}>{t('sign-in.invite.lead', { email })}</PageTitle>
      <Form problem={problem}>
        {/* So that a password keeper knows whose password it is. */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <Field
          name="password"
          type="password"
          autoComplete="new-password"
          label={t('sign-in.invite.password')}
          hint={t('sign-in.invite.password-hint')}
          width="medium"
        />
        <Button>{t('sign-in.invite.password-next')}</Button>
      </Form>
    </div>
  )
}
