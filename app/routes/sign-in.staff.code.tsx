import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { codeStep } from '~/interactions/accounts/code-step.server'
import { seeSignIn } from '~/interactions/accounts/see-sign-in.server'
import { signOut } from '~/interactions/accounts/sign-out.server'
import { errandCookie, readErrand } from '~/platform/cookies.server'
import { asNobody, leaving } from '~/platform/earlier-session.server'
import { newSessionId, sessionCookie } from '~/platform/session.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { Button, LinkButton } from '~/ui/button'
import { Field } from '~/ui/field'
import { Form } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { PageTitle } from '~/ui/page-title'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeSignIn, request)
  if (!outcome.ok) throw json(outcome.problem.toJSON(), { status: outcome.problem.status })
  // Without the first step there is nothing to do here.
  if (!readErrand(request, 'second-step')) throw redirect('/sign-in/staff')
  return { title: titleFor(request, 'sign-in.code.title') }
}

export async function action({ request }: ActionFunctionArgs) {
  const before = leaving(request)
  const sessionToken = newSessionId()
  const device = request.headers.get('user-agent') ?? ''
  const stepToken = readErrand(request, 'second-step')
  const outcome = await enter(codeStep, asNobody(request), { stepToken, sessionToken, device })
  if (!outcome.ok) {
    const isOver = outcome.problem.type === 'link-not-valid'
    const problem = isOver ? null : outcome.problem.toJSON()
    return json({ problem, refused: isOver ? 'start-again' : null }, { status: outcome.problem.status })
  }
  const { outcome: answer, role, next } = outcome.value
  if (answer !== 'signed-in' || !role || !next) return json({ problem: null, refused: answer }, { status: 422 })
  // Whoever sat here before is signed out, not only covered up.
  if (before) await enter(signOut, before)
  const headers = new Headers({ 'Set-Cookie': sessionCookie(sessionToken, role) })
  headers.append('Set-Cookie', errandCookie('second-step', '', 0))
  return redirect(next, { headers })
}

export default function StaffCode() {
  useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useWords()
  const isOver = answer?.refused === 'start-again'
  return (
    <div className="stack">
      <PageTitle title={t('sign-in.code.title')} back={{ to: '/sign-in/staff', label: t('sign-in.code.again') }}>
        {t('sign-in.code.lead')}
      </PageTitle>
      {answer?.refused && (
        <Notice tone="danger" live>
          <p>{isOver ? t('sign-in.code.start-again') : t('sign-in.code.refused')}</p>
        </Notice>
      )}
      {isOver ? (
        <LinkButton to="/sign-in/staff">{t('sign-in.code.again')}</LinkButton>
      ) : (
        <Form problem={answer?.problem}>
          <Field
            name="code"
            label={t('sign-in.code.label')}
            hint={t('sign-in.code.hint')}
            autoComplete="one-time-code"
            inputMode="text"
            autoCapitalize="characters"
            spellCheck={false}
            dir="ltr"
            width="short"
          />
          <Button>{t('sign-in.code.button')}</Button>
        </Form>
      )}
    </div>
  )
}
