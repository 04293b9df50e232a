import { Link } from '@remix-run/react'
import { lastMomentOf, titleOf } from '~/interactions/issues/issue.input'
import { Empty } from '../empty'
import { Facts } from '../facts'
import { PageTitle } from '../page-title'
import { Pager } from '../pager'
import { When } from '../when'
import { useWords } from '../words'
import { ActBeside, type BesideAct } from './act-beside'
import { type DecisionOnRecord, DecisionShown } from './decision-shown'
import { entriesPath } from './entries-path'
import type { EntryShown } from './entries-table'
import { useLook } from './look'
import { Ending, What, Who } from './said'

type TrailPageProps = {
  issue: {
    ref: string
    place: string
    status: string
    areaKey: string | null
    reportCount: number
    reopenedCount: number
    reportedAt: Date
    dueAt: Date | null
    acknowledgedAt: Date | null
    closedAt: Date | null
    isHidden: boolean
    category: string
  }
  acts: readonly (EntryShown & BesideAct)[]
  decisions: readonly DecisionOnRecord[]
  origin: { fileName: string; fileSha256: string; firstRow: number; lastRow: number; importedAt: Date } | null
  next: string | null
}

/** The whole trail of one issue: what happened, who by role, on what ground, what was checked, and the decisions with their record. */
export function TrailPage({ issue, acts, decisions, origin, next }: TrailPageProps) {
  const t = useWords()
  const { purpose, to } = useLook()
  const moment = (at: Date | null) => at && <When at={at} withTime />
  return (
    <div className="stack">
      <PageTitle
        title={t('oversight.trail.title', { ref: issue.ref })}
        back={{ to: to('/oversight/issues'), label: t('oversight.nav.issues') }}
      >
        {titleOf(t, issue)}
      </PageTitle>
      <Facts
        facts={[
          { term: t('oversight.trail.state'), value: t(`issue.state.${issue.status}`) },
          { term: t('oversight.trail.reported'), value: moment(issue.reportedAt) },
          { term: t('oversight.trail.reports'), value: t.intl.formatNumber(issue.reportCount) },
          { term: t('oversight.trail.acknowledged'), value: moment(issue.acknowledgedAt) },
          { term: t('oversight.trail.due'), value: issue.dueAt && <When at={lastMomentOf(issue.dueAt)} /> },
          { term: t('oversight.trail.closed'), value: moment(issue.closedAt) },
          {
            term: t('oversight.trail.reopened'),
            value: issue.reopenedCount > 0 ? t.intl.formatNumber(issue.reopenedCount) : null,
          },
          { term: t('oversight.trail.hidden'), value: issue.isHidden ? t('oversight.trail.hidden-yes') : null },
          {
            term: t('oversight.trail.origin'),
            value: origin && (
              <>
                {t('oversight.trail.origin-file', {
                  file: origin.fileName,
                  first: origin.firstRow,
                  last: origin.lastRow,
                })}{' '}
                <code className="hash">{origin.fileSha256}</code>
              </>
            ),
          },
        ]}
      />
      {!issue.isHidden && (
        <p>
          <Link to={`/issues/${issue.ref}`}>{t('oversight.trail.public')}</Link>
        </p>
      )}
      {decisions.length > 0 && (
        <section className="stack" aria-labelledby="decisions">
          <h2 id="decisions">{t('oversight.trail.decisions', { n: decisions.length })}</h2>
          {decisions.map((decision) => (
            <DecisionShown key={decision.id} decision={decision} />
          ))}
        </section>
      )}
      <section aria-labelledby="acts" className="stack">
        <h2 id="acts">{t('oversight.trail.acts')}</h2>
        {acts.length === 0 && (
          <Empty title={t('oversight.trail.no-acts')}>
            <p>{origin ? t('oversight.trail.no-acts-imported') : t('oversight.trail.no-acts-yet')}</p>
          </Empty>
        )}
        <ol className="trail">
          {acts.map((act) => (
            <li key={act.id} id={act.id}>
              <h3>
                <What {...act} />
              </h3>
              <p className="trail-by">
                <When at={act.at} withTime /> · <Who as={act.role} staff={act.staff} /> ·{' '}
                {t(`register.channel.${act.channel}`)}
              </p>
              <Ending {...act} />
              <ActBeside act={act} />
            </li>
          ))}
        </ol>
        <Pager older={next ? entriesPath({ after: next, purpose }, `/oversight/issues/${issue.ref}`) : null} />
      </section>
    </div>
  )
}
