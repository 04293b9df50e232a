import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askToFollow } from '~/interactions/follows/ask-to-follow.server'
import { seeFollowIssue } from '~/interactions/follows/see-follow.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { FollowForm } from '~/ui/account/follow-form'
import { PageTitle } from '~/ui/page-title'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(seeFollowIssue, request, { ref: params.ref })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'follow.title'), ref: params.ref ?? '', ...outcome.value }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(askToFollow, request, { ref: params.ref, area: '', category: '' })
  if (!outcome.ok) return json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(outcome.value.isConfirmed ? '/follow/started' : '/follow/asked')
}

export default function FollowIssue() {
  const { ref, what, ...form } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="stack">
      <PageTitle title={t('follow.title')} back={{ to: `/issues/${ref}`, label: t('follow.back-to-issue') }}>
        {t('follow.issue-lead', { what })}
      </PageTitle>
      <FollowForm problem={problem} {...form} />
    </div>
  )
}
