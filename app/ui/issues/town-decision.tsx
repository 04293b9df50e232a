import { fullDate } from '../dates'
import { Decision } from '../timeline'
import { useWords } from '../words'
import type { PublicDecision } from './issue-page'

type TownDecisionProps = { decision: PublicDecision; language: string; now: Date | string }

/** A decision with its facts, reasons and ground, and what to do until when if one does not agree. */
export function TownDecision({ decision, language, now }: TownDecisionProps) {
  const t = useWords()
  const { facts, reasons, ground, redressBody, redressUntil, redressAddress, isSuperseded } = decision
  const date = fullDate(new Date(redressUntil), { locale: t.intl.locale, timezone: 'UTC' }, new Date(now))
  const isOver = new Date(now) >= new Date(new Date(redressUntil).getTime() + 86_400_000)
  const said = (words: string) => (
    <span className="told" lang={language} dir="auto">
      {words}
    </span>
  )
  return (
    <>
      <Decision
        facts={said(facts)}
        why={said(reasons)}
        ground={said(ground)}
        redress={
          isOver
            ? t('story.redress.over', { date, body: redressBody })
            : t('story.redress', { date, body: redressBody, address: sentence(redressAddress) })
        }
      />
      {isSuperseded && <p className="muted small">{t('story.decision.superseded')}</p>}
    </>
  )
}

// The address comes from the town's settings, with or without a full stop.
const sentence = (words: string) => (/[.!?]$/.test(words) ? words : `${words}.`)
