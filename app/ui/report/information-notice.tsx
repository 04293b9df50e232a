import { Link } from '@remix-run/react'
import { Details } from '../details'
import { useTown } from '../town'
import { useWords } from '../words'

type Part = { part: string; words: string }
export type NoticeParts = { version: string; parts: readonly Part[] }

type InformationNoticeProps = {
  notice: NoticeParts
  /** Who sees what and how long stand there; the rest is one press away. For forms of few fields. */
  brief?: boolean
}

const alwaysSaid = ['seen-by', 'kept']

/** What happens with a person's data, at the moment they give them: who, why, who sees it, how long (GDPR 13). */
export function InformationNotice({ notice, brief = false }: InformationNoticeProps) {
  const t = useWords()
  const { version, parts } = notice
  return (
    <div className="report-notice stack">
      {brief ? (
        <NoticeFacts parts={parts.filter(({ part }) => alwaysSaid.includes(part))} />
      ) : (
        <p className="small">{t('report.contact.notice.short')}</p>
      )}
      <Details summary={t('report.contact.notice')} open={!brief}>
        <NoticeFacts parts={brief ? parts.filter(({ part }) => !alwaysSaid.includes(part)) : parts} />
        <p>
          <Link to="/register" target="_blank">
            {t('report.contact.notice.more')}
          </Link>
        </p>
      </Details>
      {/* What was shown goes along, so that the record can say which words it was. */}
      <input type="hidden" name="noticeVersion" value={version} />
      <input type="hidden" name="noticeLanguage" value={t.language} />
    </div>
  )
}

function NoticeFacts({ parts }: { parts: readonly Part[] }) {
  const t = useWords()
  const { name: town } = useTown()
  return (
    <dl className="facts">
      {parts.map(({ part, words }) => (
        <div key={part}>
          <dt>{t(`activity.heading.${part}`)}</dt>
          <dd>{t(words, { town })}</dd>
        </div>
      ))}
    </dl>
  )
}
