import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { endOwnSession } from '~/interactions/accounts/end-own-session.server'
import { seeSessions } from '~/interactions/accounts/see-sessions.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { MeNav } from '~/ui/account/me-nav'
import { SessionList } from '~/ui/account/session-list'
import { Button } from '~/ui/button'
import { HiddenFields } from '~/ui/hidden-fields'
import { PageTitle } from '~/ui/page-title'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeSessions, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'me.sessions.title'), sessions: outcome.value.sessions }
}

export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(endOwnSession, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return redirect('/me/sessions')
}

export default function Sessions() {
  const { sessions } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <div className="stack">
      <PageTitle title={t('me.sessions.title')}>{t('me.sessions.lead')}</PageTitle>
      <MeNav />
      <SessionList sessions={sessions} />
      {sessions.length > 1 && (
        <Form method="post">
          <HiddenFields fields={{ sessionId: 'others' }} />
          <Button weight="secondary">{t('me.sessions.end-others')}</Button>
        </Form>
      )}
    </div>
  )
}
