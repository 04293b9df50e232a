import { Details } from '../details'
import { Facts } from '../facts'
import { HiddenFields } from '../hidden-fields'
import { useTown } from '../town'
import { useWords } from '../words'

type InformationNoticeProps = {
  /** The processing activity that the form feeds, such as `resident-accounts`. */
  activity: string
  legalBasis: string
  version: string
  /** Words of the way to the rest. */
  more: string
}

/**
 * Who uses what a person fills in, why, on what ground and how long (GDPR 13): the main sentence in sight, the rest one
 * press away. Says to the form which version was shown, and in which language.
 */
export function InformationNotice({ activity, legalBasis, version, more }: InformationNoticeProps) {
  const t = useWords()
  const { name: town } = useTown()
  const part = (heading: string, words: string) => ({
    term: t(`activity.heading.${heading}`),
    value: t(words, { town }),
  })
  return (
    <div className="information-notice stack">
      <HiddenFields fields={{ noticeVersion: version, noticeLanguage: t.language }} />
      <p className="small muted">{t(`activity.${activity}.why`, { town })}</p>
      <Details summary={more}>
        <Facts
          beside={false}
          facts={[
            part('who', 'activity.notice.who'),
            part('ground', `activity.ground.${legalBasis}`),
            part('seen-by', `activity.${activity}.seen-by`),
            part('kept', `activity.${activity}.kept`),
            part('rights', 'activity.notice.rights'),
            part('complain', 'activity.notice.complain'),
          ]}
        />
      </Details>
    </div>
  )
}
