import { Link, useLocation, useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Facts } from '../facts'
import { FilterLinks } from '../filter-links'
import { FindingDeadline, FindingState } from '../findings/finding-state'
import { Notice } from '../notice'
import { PageTitle } from '../page-title'
import { Timeline } from '../timeline'
import { When } from '../when'
import { useWords } from '../words'
import type { FindingHere, StaffShown } from './finding-here'
import { useLook } from './look'

const acts = ['assign', 'ask', 'answer', 'publish', 'close'] as const

/** One finding: what it is about, what was asked, its history, and what an officer can do next. `children` is the open form. */
export function FindingPage({ page, children }: { page: FindingHere; children: ReactNode }) {
  const t = useWords()
  const { to } = useLook()
  const [params] = useSearchParams()
  const { finding, words, isAboutReader } = page
  const done = params.get('done') ?? ''
  return (
    <div className="stack">
      <PageTitle
        title={t('finding.name', { number: finding.number, kind: t(`finding.kind.${finding.kind}`) })}
        back={{ to: to('/oversight/findings'), label: t('finding.list.title') }}
      />
      {(acts as readonly string[]).includes(done) && (
        <Notice tone="ok" live>
          <p>{t(`finding.done.${done}`)}</p>
        </Notice>
      )}
      <p>
        <FindingState {...finding} /> <FindingDeadline {...finding} />
      </p>
      {isAboutReader && (
        <Notice tone="warn">
          <p>{t('check.I01.about-oneself')}</p>
        </Notice>
      )}
      <Known page={page} />
      {finding.kind === 'question' && (
        <section className="stack" aria-labelledby="asked">
          <h2 id="asked">{t('finding.words.title')}</h2>
          {words === null ? (
            <p className="muted">{t('finding.words.erased')}</p>
          ) : (
            <blockquote className="quoted" dir="auto">
              {words}
            </blockquote>
          )}
        </section>
      )}
      <Acts page={page} />
      {children}
      <History page={page} />
    </div>
  )
}

function Known({ page: { finding } }: { page: FindingHere }) {
  const t = useWords()
  const { to } = useLook()
  const { concerned, department, officer, entryId, issueRef, aboutType, aboutRef, statistic } = finding
  return (
    <Facts
      facts={[
        { term: t('finding.column.officer'), value: officer ? <Staff staff={officer} /> : t('finding.nobody') },
        { term: t('finding.concerned'), value: concerned && <Staff staff={concerned} /> },
        { term: t('finding.unit'), value: department && <bdi>{department}</bdi> },
        {
          term: t('finding.entry'),
          value: entryId && <Link to={to(`/oversight/entries/${entryId}`)}>{t('finding.entry.open')}</Link>,
        },
        {
          term: t('oversight.column.issue'),
          value: issueRef && <Link to={to(`/oversight/issues/${issueRef}`)}>{issueRef}</Link>,
        },
        {
          term: t('finding.thing'),
          value: (
            <code lang="en" className="object-ref">
              {aboutType}: {aboutRef}
            </code>
          ),
        },
        ...Object.entries(statistic ?? {}).map(([name, value]) => ({
          key: name,
          term: <code lang="en">{name}</code>,
          value: typeof value === 'number' ? t.intl.formatNumber(value) : String(value),
        })),
        { term: t('finding.column.opened'), value: <When at={finding.openedAt} withTime /> },
        { term: t('finding.published'), value: finding.publishedAt && <When at={finding.publishedAt} withTime /> },
      ]}
    />
  )
}

function Acts({ page: { finding, isOwn } }: { page: FindingHere }) {
  const t = useWords()
  const { to } = useLook()
  const { pathname } = useLocation()
  const isClosed = finding.state === 'closed'
  const open = acts.filter((act) => (act === 'publish' ? isOwn : !isClosed && (isOwn || act === 'assign')))
  const links = open.map((act) => {
    const address = `/oversight/findings/${finding.id}/${act}`
    return { to: to(address), label: t(`finding.act.${act}`), isOn: pathname === address }
  })
  return (
    <section className="stack" id="act" aria-label={t('finding.acts')}>
      {!isOwn && !isClosed && <p className="muted small">{t('finding.take-first')}</p>}
      {links.length > 0 && <FilterLinks label={t('finding.acts')} links={links} />}
    </section>
  )
}

function History({ page }: { page: FindingHere }) {
  const t = useWords()
  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">{t('finding.history')}</h2>
      <Timeline
        moments={page.acts.map(({ id, kind, at, by, to, text, isAsker }) => ({
          id: `act-${id}`,
          title: t(`finding.said.${kind}`),
          by: (
            <>
              <When at={at} withTime />
              {' · '}
              {by ? <Staff staff={by} /> : t(isAsker ? 'finding.by.asker' : 'finding.by.platform')}
              {to && to.label !== by?.label && (
                <>
                  {' → '}
                  <Staff staff={to} />
                </>
              )}
            </>
          ),
          children: text && (
            <p className="told" dir="auto">
              {text}
            </p>
          ),
        }))}
      />
    </section>
  )
}

const Staff = ({ staff: { label, jobTitle } }: { staff: StaffShown }) => (
  <>
    {jobTitle && <bdi>{jobTitle}</bdi>} <code className="label-code">{label}</code>
  </>
)
