import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { readRegister } from '~/interactions/register/read-register.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { PageTitle } from '~/ui/page-title'
import { ActivityFacts } from '~/ui/register/activity-facts'
import { ChecksTable } from '~/ui/register/checks-table'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(readRegister, request)
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  // The acts stand on the page of their activity: all of them at once are more than a slow line should carry.
  const { interactions: _, ...register } = outcome.value
  return { title: titleFor(request, 'register.title'), ...register }
}

export default function Register() {
  const { activities, actsOf, checks } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <div className="stack register">
      <PageTitle title={t('register.title')}>{t('register.lead')}</PageTitle>
      <nav aria-label={t('register.on-this-page')} className="register-nav">
        <ul>
          {activities.map(({ id }) => (
            <li key={id}>
              <a href={`#${id}`}>{t(`activity.${id}.name`)}</a>
            </li>
          ))}
          <li>
            <a href="#checks">{t('register.checks')}</a>
          </li>
          <li>
            <Link to="/register.json" reloadDocument>
              {t('register.as-data')}
            </Link>
          </li>
          <li>
            <Link to="/me">{t('register.rights-own')}</Link>
          </li>
          <li>
            <Link to="/findings">{t('register.findings')}</Link>
          </li>
        </ul>
      </nav>
      {activities.map((activity) => {
        const acts = actsOf[activity.id] ?? 0
        return (
          <section
            key={activity.id}
            id={activity.id}
            className="register-activity"
            aria-labelledby={`${activity.id}-name`}
          >
            <h2 id={`${activity.id}-name`}>{t(`activity.${activity.id}.name`)}</h2>
            <ActivityFacts activity={activity} />
            {acts > 0 && (
              <p>
                <Link to={`/register/activities/${activity.id}/versions/${activity.version}#acts`}>
                  {t('register.acts-summary', { n: acts })}
                </Link>
              </p>
            )}
          </section>
        )
      })}
      <section id="checks" className="register-activity" aria-labelledby="checks-title">
        <h2 id="checks-title">{t('register.checks')}</h2>
        <p>{t('register.checks-lead')}</p>
        <ChecksTable checks={checks} />
      </section>
    </div>
  )
}
