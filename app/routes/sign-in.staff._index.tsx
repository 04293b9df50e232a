import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { passwordStep } from '~/interactions/accounts/password-step.server'
import { seeSignIn } from '~/interactions/accounts/see-sign-in.server'
import { errandCookie } from '~/platform/cookies.server'
import { safeRedirect } from '~/platform/safe-redirect'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { DemoPeople } from '~/ui/account/demo-people'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import { Form } from '~/ui/form'
import { HiddenFields } from '~/ui/hidden-fields'
import { Notice } from '~/ui/notice'
import { PageTitle } from '~/ui/page-title'
import { useTown } from '~/ui/town'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeSignIn, request)
  if (!outcome.ok) throw json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const next = safeRedirect(new URL(request.url).searchParams.get('next'), '')
  return { title: titleFor(request, 'sign-in.staff.title'), next, demoPeople: outcome.value.demoPeople }
}

export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(passwordStep, request)
  if (!outcome.ok) return { problem: outcome.problem.toJSON(), refused: null }
  const { outcome: answer, stepToken } = outcome.value
  if (answer !== 'code-needed' || !stepToken) return json({ problem: null, refused: answer }, { status: 422 })
  return redirect('/sign-in/staff/code', { headers: { 'Set-Cookie': errandCookie('second-step', stepToken, 600) } })
}

export default function StaffSignIn() {
  const { next, demoPeople } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useWords()
  const { name: town } = useTown()
  return (
    <>
      <PageTitle title={t('sign-in.staff.title')}>{t('sign-in.staff.lead', { town })}</PageTitle>
      <div className="account-page">
        <div className="stack">
          {answer?.refused && (
            <Notice tone="danger" live>
              <p>{answer.refused === 'too-often' ? t('sign-in.staff.too-often') : t('sign-in.staff.refused')}</p>
            </Notice>
          )}
          <Form problem={answer?.problem}>
            <HiddenFields fields={{ next }} />
            <Field name="email" type="email" autoComplete="username" label={t('sign-in.staff.email')} width="medium" />
            <Field
              name="password"
              type="password"
              autoComplete="current-password"
              label={t('sign-in.staff.password')}
              width="medium"
            />
            <Button>{t('sign-in.staff.next')}</Button>
          </Form>
          <p className="small muted">{t('sign-in.staff.forgot')}</p>
          <p>
            <Link to="/sign-in">{t('sign-in.for-residents', { town })}</Link>
          </p>
        </div>
        <DemoPeople people={demoPeople.filter(({ role }) => role !== 'resident')} />
      </div>
    </>
  )
}
