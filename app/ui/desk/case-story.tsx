import { fullDate } from '../dates'
import { IssuePhotos } from '../issues/issue-photos'
import { Told } from '../issues/quoted'
import { Decision, Timeline } from '../timeline'
import { When } from '../when'
import { useWords } from '../words'
import type { CaseHere } from './case-page'

/** What everybody can read about this case so far, oldest first. */
export function CaseStory({ page: { case: here, story, now } }: { page: CaseHere }) {
  const t = useWords()
  const plainDay = (day: string) => fullDate(new Date(day), { locale: t.intl.locale, timezone: 'UTC' }, new Date(now))
  const moments = story.updates.map((update) => ({
    id: update.id,
    title: update.decision ? t(`desk.kind.decision.${update.decision.outcome}`) : t(`desk.kind.${update.kind}`),
    by: (
      <>
        <When at={update.publishedAt} now={now} withTime /> · <bdi>{update.authorTitle || t('desk.the-town')}</bdi>
        {update.decision && ` · ${t('desk.kind.mandate', { id: update.decision.mandateId })}`}
      </>
    ),
    children: (
      <>
        {update.decision ? (
          <Decision
            facts={<Plain text={update.decision.facts} language={update.language} />}
            why={<Plain text={update.decision.reasons} language={update.language} />}
            ground={<Plain text={update.decision.ground} language={update.language} />}
            redress={t('desk.kind.redress', {
              body: update.decision.redressBody,
              date: plainDay(update.decision.redressUntil),
            })}
          />
        ) : (
          <>
            {update.plannedFor && <p>{t('desk.kind.planned.for', { date: plainDay(update.plannedFor) })}</p>}
            <Told text={update.text} language={update.language} />
          </>
        )}
        <IssuePhotos photos={update.photos} alt={t('desk.photo.alt-default')} />
      </>
    ),
  }))
  const reported = {
    id: 'reported',
    title: t('desk.kind.reported'),
    by: <When at={here.reportedAt} now={now} withTime />,
  }
  return (
    <section aria-labelledby="case-story">
      <h2 id="case-story">{t('desk.story')}</h2>
      <Timeline moments={[reported, ...moments]} />
    </section>
  )
}

const Plain = ({ text, language }: { text: string; language: string }) => (
  <span className="told" lang={language} dir="auto">
    {text}
  </span>
)
