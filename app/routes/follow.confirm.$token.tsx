import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { confirmFollow } from '~/interactions/follows/confirm-follow.server'
import { seeFollowConfirm } from '~/interactions/follows/see-follow.server'
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

// Opening the page confirms nothing: programs that check mail open every link.
export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(seeFollowConfirm, request, { token: params.token })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'follow.confirm.title'), what: outcome.value.what }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(confirmFollow, request, { token: params.token })
  if (!outcome.ok) return json({ problem: outcome.problem.toJSON(), what: null }, { status: outcome.problem.status })
  return json({ problem: null, what: outcome.value.what })
}

export default function FollowConfirm() {
  const { what } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useWords()
  if (answer?.what) {
    return (
      <div className="stack">
        <PageTitle title={t('follow.started.title')}>{answer.what}</PageTitle>
        <p>{t('follow.started.lead')}</p>
        <p>
          <Link to="/">{t('follow.go-on')}</Link>
        </p>
      </div>
    )
  }
  return (
    <div className="stack">
      <PageTitle title={t('follow.confirm.title')}>
        {what ? t('follow.confirm.lead-what', { what }) : t('follow.confirm.lead')}
      </PageTitle>
      <Form problem={answer?.problem ?? null}>
        <Button>{t('follow.confirm.button')}</Button>
      </Form>
    </div>
  )
}
