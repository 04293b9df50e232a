import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { seeOwnAccount } from '~/interactions/people/see-own-account.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { MeNav } from '~/ui/account/me-nav'
import { OwnMandates } from '~/ui/account/own-mandates'
import { Facts } from '~/ui/facts'
import { Notice } from '~/ui/notice'
import { PageTitle } from '~/ui/page-title'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeOwnAccount, request)
  if (!outcome.ok && outcome.problem.type === 'not-your-role') throw redirect('/me')
  if (!outcome.ok) throw refusal(outcome.problem, request)
  const isChanged = new URL(request.url).searchParams.has('changed')
  return { title: titleFor(request, 'me.account.title'), isChanged, ...outcome.value }
}

export default function Account() {
  const account = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <div className="stack-wide">
      <div className="stack">
        <PageTitle title={t('me.account.title')}>{t('me.account.lead')}</PageTitle>
        <MeNav />
      </div>
      {account.isChanged && (
        <Notice tone="ok" live>
          <p>{t('me.security.changed')}</p>
        </Notice>
      )}
      <section className="stack">
        <Facts
          facts={[
            { term: t('me.account.name'), value: account.name && <bdi>{account.name}</bdi> },
            { term: t('me.account.email'), value: account.email && <bdi>{account.email}</bdi> },
            { term: t('me.account.role'), value: t(`me.role.${account.role}`) },
            { term: t('me.account.function'), value: account.jobTitle },
            { term: t('me.account.department'), value: account.department },
          ]}
        />
        <p className="muted small">{t('me.account.residents-see')}</p>
      </section>
      {account.role === 'civil-servant' && <OwnMandates mandates={account.mandates} />}
      <section className="stack" aria-labelledby="how-i-sign-in">
        <h2 id="how-i-sign-in">{t('me.account.security')}</h2>
        {account.hasPassword ? (
          <>
            <p>{t('me.account.codes-left', { n: account.codesLeft })}</p>
            <p>
              <Link to="/me/security">{t('me.account.change')}</Link>
            </p>
          </>
        ) : (
          <p>{t('me.account.demo')}</p>
        )}
      </section>
    </div>
  )
}
