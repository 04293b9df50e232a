import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { seeOwn } from '~/interactions/people/see-own.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { MeNav } from '~/ui/account/me-nav'
import { OwnFollows } from '~/ui/account/own-follows'
import { OwnReports } from '~/ui/account/own-reports'
import { OwnRights } from '~/ui/account/own-rights'
import { Card } from '~/ui/card'
import { Facts } from '~/ui/facts'
import { OwnQuestions } from '~/ui/findings/own-question'
import { Notice } from '~/ui/notice'
import { PageTitle } from '~/ui/page-title'
import { useTown } from '~/ui/town'
import { When } from '~/ui/when'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeOwn, request)
  if (!outcome.ok && outcome.problem.type === 'not-your-role') throw redirect('/me/account')
  if (!outcome.ok) throw refusal(outcome.problem, request)
  const isChanged = new URL(request.url).searchParams.has('changed')
  return { title: titleFor(request, 'me.title'), isChanged, ...outcome.value }
}

export default function Me() {
  const { person, contact, reports, hasMore, follows, questions, isChanged } = useLoaderData<typeof loader>()
  const t = useWords()
  const { now } = useTown()
  return (
    <div className="stack">
      <PageTitle title={t('me.title')}>{t('me.lead')}</PageTitle>
      <MeNav />
      {isChanged && (
        <Notice tone="ok" live>
          <p>{t('me.contact.saved')}</p>
        </Notice>
      )}
      <div className="account-page">
        <div className="stack-wide">
          <section className="stack" aria-labelledby="my-reports">
            <h2 id="my-reports">{t('me.reports.title')}</h2>
            <OwnReports reports={reports} hasMore={hasMore} now={now} />
          </section>
          <section className="stack" aria-labelledby="my-follows">
            <h2 id="my-follows">{t('me.follows.title')}</h2>
            <OwnFollows follows={follows} />
          </section>
          {questions.length > 0 && (
            <section className="stack" aria-labelledby="my-questions">
              <h2 id="my-questions">{t('finding.own.title')}</h2>
              <OwnQuestions questions={questions} />
            </section>
          )}
        </div>
        <div>
          <Card title={t('me.looked.title')}>
            <p>{t('me.looked.short')}</p>
            <p>
              <Link to="/me/looked">{t('me.looked.see')}</Link>
            </p>
          </Card>
          <Card title={t('me.contact.title')}>
            <Facts
              beside={false}
              facts={[
                { term: t('me.contact.email'), value: contact.email && <bdi>{contact.email}</bdi> },
                { term: t('me.contact.name'), value: contact.name && <bdi>{contact.name}</bdi> },
                { term: t('me.contact.phone'), value: contact.phone && <bdi dir="ltr">{contact.phone}</bdi> },
                { term: t('me.contact.since'), value: <When at={person.createdAt} now={now} /> },
              ]}
            />
            <p>
              <Link to="/me/details">{t('me.contact.change')}</Link>
            </p>
          </Card>
          <Card title={t('me.export.title')}>
            <p>{t('me.export.lead')}</p>
            <Form method="get" action="/me/export" reloadDocument>
              <button type="submit" className="button button-secondary">
                {t('me.export.button')}
              </button>
            </Form>
          </Card>
          <OwnRights />
        </div>
      </div>
    </div>
  )
}
