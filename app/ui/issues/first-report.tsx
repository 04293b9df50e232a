import { fullDate } from '../dates'
import { Details } from '../details'
import { Facts } from '../facts'
import { When } from '../when'
import { useWords } from '../words'
import type { PublicIssue, PublicReport } from './issue-page'
import { IssuePhotos } from './issue-photos'
import { Quoted } from './quoted'

/** What reporters told: the first in full, what others added one press away, and all photos. */
export function FirstReport({ issue }: { issue: PublicIssue }) {
  const t = useWords()
  const [first, ...others] = issue.reports
  return (
    <>
      {first && <ReportWords report={first} />}
      <IssuePhotos photos={issue.photos} alt={t('story.photo')} />
      {others.length > 0 && (
        <Details summary={t('story.others', { count: others.length })}>
          {others.map((report) => (
            <div key={report.id}>
              <p className="muted small">
                <When at={report.reportedAt} now={issue.now} />
              </p>
              <ReportWords report={report} />
            </div>
          ))}
        </Details>
      )}
    </>
  )
}

function ReportWords({ report }: { report: PublicReport }) {
  const t = useWords()
  const { description, language, answers, name } = report
  const inWords = ({ answer, unit, isDate }: PublicReport['answers'][number]) => {
    if (typeof answer === 'boolean') return t(answer ? 'story.answer.yes' : 'story.answer.no')
    if (isDate) return fullDate(new Date(answer), { locale: t.intl.locale, timezone: 'UTC' })
    return unit ? `${answer} ${unit}` : answer
  }
  return (
    <>
      {description && <Quoted text={description} language={language} />}
      {answers.length > 0 && (
        <Facts
          facts={answers.map((answer) => ({
            key: answer.question,
            term: <bdi>{answer.question}</bdi>,
            value: <bdi>{inWords(answer)}</bdi>,
          }))}
        />
      )}
      {name && <p className="muted small">{t('story.by-name', { name })}</p>}
    </>
  )
}
