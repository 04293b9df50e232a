import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { askToFollow } from '~/interactions/follows/ask-to-follow.server'
import { seeFollowNews } from '~/interactions/follows/see-follow.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { FollowForm } from '~/ui/account/follow-form'
import { Select } from '~/ui/field'
import { PageTitle } from '~/ui/page-title'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeFollowNews, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'follow.title'), ...outcome.value }
}

export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(askToFollow, request, { ref: undefined })
  if (!outcome.ok) return json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(outcome.value.isConfirmed ? '/follow/started' : '/follow/asked')
}

export default function FollowNews() {
  const { areas, categories, area, category, feed, ...form } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const t = useWords()
  const options = (list: readonly { key: string; name: string }[]) =>
    list.map(({ key, name }) => ({ value: key, label: name }))
  return (
    <div className="stack">
      <PageTitle title={t('follow.title')}>{t('follow.news-lead')}</PageTitle>
      <FollowForm problem={problem} {...form}>
        <Select
          name="area"
          label={t('follow.area')}
          none={t('follow.any-area')}
          options={options(areas)}
          defaultValue={area}
          width="medium"
        />
        <Select
          name="category"
          label={t('follow.category')}
          none={t('follow.any-category')}
          options={options(categories)}
          defaultValue={category}
          width="medium"
        />
      </FollowForm>
      <p className="small muted">
        {t('follow.feed')} <a href={feed}>{t('follow.feed-link')}</a>
      </p>
    </div>
  )
}
