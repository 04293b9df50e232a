import { fullDate } from '../dates'
import { Decision, Timeline } from '../timeline'
import { When } from '../when'
import { useWords } from '../words'

type Moment = Date | string
export type News = {
  id: string
  kind: string
  text: string
  authorTitle: string
  plannedFor: Moment | null
  publishedAt: Moment
}
export type NewsDecision = {
  updateId: string
  facts: string
  ground: string
  reasons: string
  redressBody: string
  redressUntil: Moment
  redressAddress: string
}

type ReceiptNewsProps = { updates: readonly News[]; decision: NewsDecision | null; now: Moment }

/** What the town did since, with the answer in full. */
export function ReceiptNews({ updates, decision, now }: ReceiptNewsProps) {
  const t = useWords()
  if (updates.length === 0) return null
  // Planned and last days are plain dates, the same in every zone.
  const day = (at: Moment) => fullDate(new Date(at), { locale: t.intl.locale, timezone: 'UTC' }, new Date(now))
  const moments = updates.map(({ id, kind, text, authorTitle, plannedFor, publishedAt }) => ({
    id,
    title: t(`receipt.news.${kind}`),
    by: (
      <>
        <When at={publishedAt} now={now} />
        {authorTitle && (
          <>
            {' · '}
            <bdi>{authorTitle}</bdi>
          </>
        )}
      </>
    ),
    children: (text || plannedFor || decision?.updateId === id) && (
      <>
        {text && (
          <p className="letter-text" dir="auto">
            {text}
          </p>
        )}
        {plannedFor && <p>{t('receipt.news.planned-for', { date: day(plannedFor) })}</p>}
        {decision?.updateId === id && (
          <Decision
            facts={decision.facts}
            why={decision.reasons}
            ground={decision.ground}
            redress={t('receipt.redress', {
              date: day(decision.redressUntil),
              body: decision.redressBody,
              address: decision.redressAddress,
            })}
          />
        )}
      </>
    ),
  }))
  return (
    <section className="stack" aria-labelledby="news">
      <h2 id="news">{t('receipt.news.title')}</h2>
      <Timeline moments={moments} />
    </section>
  )
}
