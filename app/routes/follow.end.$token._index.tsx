import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { endFollow } from '~/interactions/follows/end-follow.server'
import { seeFollowEnd } from '~/interactions/follows/see-follow.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { Button } from '~/ui/button'
import { Form } from '~/ui/form'
import { PageTitle } from '~/ui/page-title'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(seeFollowEnd, request, { token: params.token })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'follow.end.title'), what: outcome.value.what }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(endFollow, request, { token: params.token })
  if (!outcome.ok) return json({ problem: outcome.problem.toJSON(), isDone: false }, { status: outcome.problem.status })
  return json({ problem: null, isDone: true })
}

export default function FollowEnd() {
  const { what } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useWords()
  if (answer?.isDone) {
    return (
      <div className="stack">
        <PageTitle title={t('follow.end.done')}>{t('follow.end.done-lead')}</PageTitle>
        <p>
          <Link to="/">{t('follow.go-on')}</Link>
        </p>
      </div>
    )
  }
  return (
    <div className="stack">
      <PageTitle title={t('follow.end.title')}>
        {what ? t('follow.end.lead', { what }) : t('follow.end.lead-unknown')}
      </PageTitle>
      <Form problem={answer?.problem ?? null}>
        <Button>{t('follow.end.button')}</Button>
      </Form>
    </div>
  )
}
