import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { seeSignIn } from '~/interactions/accounts/see-sign-in.server'
import { signInByLink } from '~/interactions/accounts/sign-in-by-link.server'
import { signOut } from '~/interactions/accounts/sign-out.server'
import { errandCookie, readErrand } from '~/platform/cookies.server'
import { asNobody, leaving } from '~/platform/earlier-session.server'
import { newSessionId, sessionCookie } from '~/platform/session.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { Button, LinkButton } from '~/ui/button'
import { Form } from '~/ui/form'
import { PageTitle } from '~/ui/page-title'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

// Opening the page uses nothing up: programs that check mail open every link.
export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeSignIn, request)
  if (!outcome.ok) throw json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return { title: titleFor(request, 'sign-in.link.title') }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const before = leaving(request)
  const sessionToken = newSessionId()
  const given = { token: params.token, browserToken: readErrand(request, 'asked'), sessionToken }
  const device = request.headers.get('user-agent') ?? ''
  const outcome = await enter(signInByLink, asNobody(request), { ...given, device })
  if (!outcome.ok) return json(outcome.problem.toJSON(), { status: outcome.problem.status })
  // Whoever sat here before is signed out, not only covered up.
  if (before) await enter(signOut, before)
  const headers = new Headers({ 'Set-Cookie': sessionCookie(sessionToken, 'resident') })
  headers.append('Set-Cookie', errandCookie('asked', '', 0))
  return redirect(outcome.value.next, { headers })
}

export default function SignInLink() {
  useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="stack">
      <PageTitle title={t('sign-in.link.title')}>{t('sign-in.link.lead')}</PageTitle>
      <Form problem={problem}>
        {problem ? (
          <LinkButton to="/sign-in">{t('sign-in.link.new')}</LinkButton>
        ) : (
          <Button>{t('sign-in.link.button')}</Button>
        )}
      </Form>
      <p className="small muted">{t('sign-in.link.why')}</p>
    </div>
  )
}
