import { Decision } from '../timeline'
import { When } from '../when'
import { useWords } from '../words'
import { type MandateOnRecord, MandateShown } from './mandate-shown'

export type DecisionOnRecord = {
  id: string
  outcome: string
  facts: string
  ground: string
  reasons: string
  redressBody: string
  redressUntil: Date
  redressAddress: string
  decidedTitle: string
  decidedAt: Date
  supersedesId: string | null
  mandate: MandateOnRecord
}

/** A decision with its record: what was found, why, on what ground, redress, by which function and on which mandate. */
export function DecisionShown({ decision }: { decision: DecisionOnRecord }) {
  const t = useWords()
  const {
    outcome,
    facts,
    ground,
    reasons,
    decidedTitle,
    decidedAt,
    redressBody,
    redressUntil,
    redressAddress,
    mandate,
  } = decision
  const until = t.intl.formatDate(redressUntil, { timeZone: 'UTC', dateStyle: 'long' })
  return (
    <article className="stack">
      <h3>
        {t(`issue.state.${outcome}`)}, <When at={decidedAt} withTime />
      </h3>
      <Decision
        facts={facts}
        why={reasons}
        ground={ground}
        redress={t('oversight.decision.redress', { body: redressBody, until, address: redressAddress })}
      />
      <p className="small muted">
        <bdi>{decidedTitle}</bdi>. <MandateShown mandate={mandate} />
        {decision.supersedesId && <> {t('oversight.decision.supersedes')}</>}
      </p>
    </article>
  )
}
