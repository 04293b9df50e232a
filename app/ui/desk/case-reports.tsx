import { Link } from '@remix-run/react'
import { directionOf, ownNameOf } from '~/platform/languages'
import { Facts } from '../facts'
import { IssuePhotos } from '../issues/issue-photos'
import { Quoted } from '../issues/quoted'
import { When } from '../when'
import { useWords } from '../words'
import type { CaseHere, CaseReport } from './case-page'

/** What residents wrote and sent, report by report. Who they are stays closed. */
export function CaseReports({ page }: { page: CaseHere }) {
  const t = useWords()
  const { case: here, reports, reportsPage, reportsPages } = page
  return (
    <section aria-labelledby="case-reports">
      <h2 id="case-reports">{t('desk.reports', { count: here.reportCount })}</h2>
      <ol className="case-list">
        {reports.map((report) => (
          <li key={report.id}>
            <OneReport report={report} page={page} />
          </li>
        ))}
      </ol>
      {reportsPages > 1 && (
        <p className="row">
          <span className="muted">{t('desk.reports.page', { page: reportsPage, pages: reportsPages })}</span>
          {reportsPage > 1 && <Link to={`?reports=${reportsPage - 1}`}>{t('desk.reports.before')}</Link>}
          {reportsPage < reportsPages && <Link to={`?reports=${reportsPage + 1}`}>{t('desk.reports.after')}</Link>}
        </p>
      )}
    </section>
  )
}

function OneReport({ report, page: { case: here, now } }: { report: CaseReport; page: CaseHere }) {
  const t = useWords()
  const { channel, language, description, answers, photos, isMeToo, isAssisted, hasContact, reportedAt } = report
  const how = isAssisted
    ? t('desk.report.assisted', { channel: t(`desk.channel.${channel}`) })
    : t(`desk.channel.${channel}`)
  // One that only says "I see it too" is a line, not a story.
  const isBare = !description && answers.length === 0 && photos.length === 0 && !hasContact
  return (
    <article className={isBare ? 'case-report' : 'case-report stack'}>
      <p className="muted small">
        <When at={reportedAt} now={now} withTime /> · {how}
        {isMeToo && ` · ${t('desk.report.me-too')}`}
        {isBare && ` · ${t('desk.report.bare')}`}
        {language !== t.language && (
          <>
            {' · '}
            <span lang={language} dir={directionOf(language)}>
              {ownNameOf(language)}
            </span>
          </>
        )}
      </p>
      {description && <Quoted text={description} language={language} />}
      {answers.length > 0 && (
        <Facts
          facts={answers.map(({ question, answer, unit, isDate }) => ({
            term: question,
            key: question,
            value:
              typeof answer === 'boolean' ? (
                t(answer ? 'desk.answer.yes' : 'desk.answer.no')
              ) : isDate ? (
                <When at={`${answer}T12:00:00Z`} now={now} />
              ) : (
                <bdi>{unit ? `${answer} ${unit}` : answer}</bdi>
              ),
          }))}
        />
      )}
      <IssuePhotos photos={photos} alt={t('desk.report.photo')} />
      {hasContact && (
        <p className="small">
          <Link to={`/desk/cases/${here.ref}/contact?report=${report.id}`}>{t('desk.report.contact')}</Link>
        </p>
      )}
    </article>
  )
}
