import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { seeSignIn } from '~/interactions/accounts/see-sign-in.server'
import { signOut } from '~/interactions/accounts/sign-out.server'
import { clearedSessionCookie } from '~/platform/session.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { Button, LinkButton } from '~/ui/button'
import { Form } from '~/ui/form'
import { PageTitle } from '~/ui/page-title'
import { useTown } from '~/ui/town'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeSignIn, request)
  if (!outcome.ok) throw json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return { title: titleFor(request, 'sign-in.out.title') }
}

export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(signOut, request)
  if (!outcome.ok) return json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const headers = new Headers({ 'Set-Cookie': clearedSessionCookie() })
  // Pages that the browser kept are forgotten too.
  headers.set('Clear-Site-Data', '"cache", "storage"')
  return redirect('/sign-out', { headers })
}

export default function SignOut() {
  useLoaderData<typeof loader>()
  const t = useWords()
  const { isSignedIn } = useTown().viewer
  if (!isSignedIn) {
    return (
      <div className="stack">
        <PageTitle title={t('sign-in.out.done')}>{t('sign-in.out.done-lead')}</PageTitle>
        <LinkButton to="/sign-in" weight="secondary">
          {t('sign-in.out.again')}
        </LinkButton>
      </div>
    )
  }
  return (
    <div className="stack">
      <PageTitle title={t('sign-in.out.title')}>{t('sign-in.out.lead')}</PageTitle>
      <Form>
        <Button>{t('sign-in.out.button')}</Button>
      </Form>
    </div>
  )
}
