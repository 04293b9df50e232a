import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readActivity } from '~/interactions/register/read-activity.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { PageTitle } from '~/ui/page-title'
import { ActivityFacts } from '~/ui/register/activity-facts'
import { InteractionList } from '~/ui/register/interaction-list'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(readActivity, request, { id: params.id, n: params.n })
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return { title: titleFor(request, `activity.${outcome.value.activity.id}.name`), ...outcome.value }
}

export default function Activity() {
  const { activity, interactions } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <div className="stack register">
      <PageTitle
        title={t(`activity.${activity.id}.name`)}
        back={{ to: `/register#${activity.id}`, label: t('register.activity.back') }}
      >
        {t('register.activity.was')}
      </PageTitle>
      <ActivityFacts activity={activity} isPageOfItsOwn />
      <section aria-labelledby="acts">
        <h2 id="acts">{t('register.acts')}</h2>
        <InteractionList interactions={interactions} />
      </section>
    </div>
  )
}
