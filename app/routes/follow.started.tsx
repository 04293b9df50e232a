import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { seeFollowAsked } from '~/interactions/follows/see-follow.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { PageTitle } from '~/ui/page-title'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeFollowAsked, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'follow.started.title') }
}

export default function FollowStarted() {
  useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <div className="stack">
      <PageTitle title={t('follow.started.title')}>{t('follow.started.lead')}</PageTitle>
      <p>
        <Link to="/me">{t('follow.started.mine')}</Link>
      </p>
      <p>
        <Link to="/">{t('follow.go-on')}</Link>
      </p>
    </div>
  )
}
