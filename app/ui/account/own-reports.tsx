import { titleOf } from '~/interactions/issues/issue.input'
import { LinkButton } from '../button'
import { Empty } from '../empty'
import { IssueRow, IssueRows } from '../issue-row'
import { StatusSign, StatusWords, stateOf, toneOf } from '../issues/status'
import { Pager } from '../pager'
import { When } from '../when'
import { useWords } from '../words'

export type OwnReportShown = {
  ref: string
  category: string
  place: string
  status: string
  dueAt: Date | null
  closedAt: Date | null
  reportedAt: Date
  isMeToo: boolean
  isNamePublic: boolean
  mayShareContact: boolean
  photos: number
}

type OwnReportsProps = { reports: readonly OwnReportShown[]; hasMore: boolean; now: string }

/** What somebody reported, newest first, with where the town stands now and what they agreed to. */
export function OwnReports({ reports, hasMore, now }: OwnReportsProps) {
  const t = useWords()
  const last = reports.at(-1)
  if (!last) {
    return (
      <Empty title={t('me.reports.none')}>
        <p>{t('me.reports.none-next')}</p>
        <LinkButton to="/issues/new" weight="secondary">
          {t('common.nav.report')}
        </LinkButton>
      </Empty>
    )
  }
  return (
    <>
      <IssueRows>
        {reports.map((report) => {
          const state = stateOf(report, now)
          return (
            <IssueRow
              key={`${report.ref} ${report.reportedAt.toISOString()}`}
              to={`/issues/${report.ref}`}
              sign={<StatusSign state={state} />}
              title={titleOf(t, report)}
              about={<AboutReport report={report} now={now} />}
              state={<StatusWords issue={report} now={now} />}
              tone={toneOf[state]}
            />
          )
        })}
      </IssueRows>
      <Pager older={hasMore ? `/me?before=${encodeURIComponent(last.reportedAt.toISOString())}` : null} />
    </>
  )
}

function AboutReport({ report, now }: { report: OwnReportShown; now: string }) {
  const t = useWords()
  const { ref, reportedAt, isMeToo, isNamePublic, mayShareContact, photos } = report
  const said = [
    isMeToo && t('me.reports.me-too'),
    isNamePublic && t('me.reports.named'),
    mayShareContact && t('me.reports.shared'),
    photos > 0 && t('me.reports.photos', { photos }),
  ].filter(Boolean)
  return (
    <>
      <span className="ref">{ref}</span>
      {' · '}
      <When at={reportedAt} now={now} />
      {said.map((words) => ` · ${words}`)}
    </>
  )
}
