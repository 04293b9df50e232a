import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { askSignInLink } from '~/interactions/accounts/ask-sign-in-link.server'
import { seeSignIn } from '~/interactions/accounts/see-sign-in.server'
import { errandCookie, readErrand } from '~/platform/cookies.server'
import { safeRedirect } from '~/platform/safe-redirect'
import { titleFor } from '~/platform/title.server'
import { newToken } from '~/platform/tokens.server'
import { enter } from '~/safeguards/door.server'
import { DemoPeople } from '~/ui/account/demo-people'
import { InformationNotice } from '~/ui/account/information-notice'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Form } from '~/ui/form'
import { HiddenFields } from '~/ui/hidden-fields'
import { PageTitle } from '~/ui/page-title'
import { useTown } from '~/ui/town'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeSignIn, request)
  if (!outcome.ok) throw json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const next = safeRedirect(new URL(request.url).searchParams.get('next'), '')
  return { title: titleFor(request, 'sign-in.title'), next, ...outcome.value }
}

export async function action({ request }: ActionFunctionArgs) {
  // The link will work in this browser only: what ties it stays here, in a cookie.
  const browserToken = readErrand(request, 'asked') || newToken()
  const outcome = await enter(askSignInLink, request, { browserToken })
  if (!outcome.ok) return json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect('/sign-in/sent', { headers: { 'Set-Cookie': errandCookie('asked', browserToken, 3600) } })
}

export default function SignIn() {
  const { demoPeople, next, notice } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const t = useWords()
  const { name: town } = useTown()
  return (
    <>
      <PageTitle title={t('sign-in.title')}>{t('sign-in.lead')}</PageTitle>
      <div className="account-page">
        <div className="stack">
          <Form problem={problem}>
            <HiddenFields fields={{ next }} />
            <Field
              name="email"
              type="email"
              autoComplete="email"
              label={t('sign-in.email')}
              hint={t('sign-in.email-hint')}
              required
              width="medium"
            />
            <InformationNotice {...notice} more={t('sign-in.notice-more')} />
            <Button>{t('sign-in.send')}</Button>
          </Form>
          <p>
            <Link to={next ? `/sign-in/staff?next=${encodeURIComponent(next)}` : '/sign-in/staff'}>
              {t('sign-in.for-staff', { town })}
            </Link>
          </p>
        </div>
        <DemoPeople people={demoPeople} />
      </div>
    </>
  )
}
