import { Link } from '@remix-run/react'
import type { Administration } from '~/interactions/administration/see-administration.server'
import { Notice } from '../notice'
import { PageTitle } from '../page-title'
import { useWords } from '../words'

/** Where an administrator begins: what asks for them today, then every setting with how it stands. */
export function AdminHome({ counts }: { counts: Administration }) {
  const t = useWords()
  const { waiting, waitingForYou, deadJobs, failedLetters, administrators } = counts
  const asks = [
    { n: waitingForYou, to: '/admin/changes', words: 'admin.home.asks.changes' },
    { n: deadJobs, to: '/admin/jobs', words: 'admin.home.asks.jobs' },
    { n: failedLetters, to: '/admin/mailbox?state=failed', words: 'admin.home.asks.letters' },
    { n: counts.withoutMandate, to: '/admin/people', words: 'admin.home.asks.mandates' },
  ].filter(({ n }) => n > 0)
  const places: { to: string; key: string; values: Record<string, number> }[] = [
    { to: '/admin/categories', key: 'categories', values: { n: counts.categories, closed: counts.closedCategories } },
    { to: '/admin/settings', key: 'settings', values: {} },
    { to: '/admin/settings/look', key: 'look', values: {} },
    { to: '/admin/settings/wordings', key: 'wordings', values: {} },
    { to: '/admin/people', key: 'people', values: { n: counts.staff } },
    { to: '/admin/changes', key: 'changes', values: { n: waiting } },
    { to: '/admin/jobs', key: 'jobs', values: { n: deadJobs } },
    { to: '/admin/mailbox', key: 'mailbox', values: { n: failedLetters } },
    { to: '/admin/imports', key: 'imports', values: { n: counts.imports } },
  ]
  return (
    <div className="stack">
      <PageTitle title={t('admin.home.title')}>{t('admin.home.lead')}</PageTitle>
      {administrators < 2 && (
        <Notice tone="warn">
          <p>
            {t('admin.home.alone')} <Link to="/admin/people/invite">{t('admin.people.invite')}</Link>
          </p>
        </Notice>
      )}
      {asks.length > 0 && (
        <section aria-labelledby="asks" className="stack">
          <h2 id="asks">{t('admin.home.asks')}</h2>
          <ul>
            {asks.map(({ n, to, words }) => (
              <li key={words}>
                <Link to={to}>{t(words, { n })}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="everything" className="stack">
        <h2 id="everything">{t('admin.home.everything')}</h2>
        <ul className="admin-places">
          {places.map(({ to, key, values }) => (
            <li key={key}>
              <Link to={to}>{t(`admin.home.${key}`)}</Link>
              <p className="muted">{t(`admin.home.${key}.state`, values)}</p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
