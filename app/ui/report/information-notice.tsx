import { Link } from '@remix-run/react'
import { Details } from '../details'
import { useTown } from '../town'
import { useWords } from '../words'

export type NoticeParts = { version: string; parts: readonly { part: string; words: string }[] }

/** What happens with a person's data, at the moment they give them: who, why, who sees it, how long (GDPR 13). */
export function InformationNotice({ notice, closed = false }: { notice: NoticeParts; closed?: boolean }) {
  const t = useWords()
  const { name: town } = useTown()
  return (
    <div className="report-notice">
      <p className="small">{t('report.contact.notice.short')}</p>
      <Details summary={t('report.contact.notice')} open={!closed}>
        <dl className="facts">
          {notice.parts.map(({ part, words }) => (
            <div key={part}>
              <dt>{t(`activity.heading.${part}`)}</dt>
              <dd>{t(words, { town })}</dd>
            </div>
          ))}
        </dl>
        <p>
          <Link to="/register" target="_blank">
            {t('report.contact.notice.more')}
          </Link>
        </p>
      </Details>
      {/* What was shown goes along, so that the record can say which words it was. */}
      <input type="hidden" name="noticeVersion" value={notice.version} />
      <input type="hidden" name="noticeLanguage" value={t.language} />
    </div>
  )
}
