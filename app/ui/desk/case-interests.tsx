import { Link } from '@remix-run/react'
import { When } from '../when'
import { useWords } from '../words'
import type { CaseHere } from './case-page'

/** Who declared an interest of their own in this case, and what came of it. */
export function CaseInterests({ page: { case: here, story, may, now } }: { page: CaseHere }) {
  const t = useWords()
  if (story.interests.length === 0) return null
  return (
    <section aria-labelledby="case-interests">
      <h2 id="case-interests">{t('desk.interests')}</h2>
      <ul className="case-list">
        {story.interests.map(({ id, kind, outcome, reason, jobTitle, isMine, declaredAt, waiverReason }) => (
          <li key={id}>
            <p>
              <strong>
                <bdi>{isMine ? t('desk.who.me') : jobTitle || t('desk.who.colleague')}</bdi>
              </strong>
              {': '}
              {t(`desk.interest.kind.${kind}`)}. {t(`desk.interest.outcome.${outcome}`)}
            </p>
            <p className="told" dir="auto">
              {reason}
            </p>
            {waiverReason && (
              <p className="told" dir="auto">
                {t('desk.interest.waived-because')} {waiverReason}
              </p>
            )}
            <p className="muted small">
              <When at={declaredAt} now={now} withTime />
            </p>
            {outcome === 'open' && !isMine && may.includes('decide') && (
              <p>
                <Link to={`/desk/cases/${here.ref}/waive?declaration=${id}#act`}>{t('desk.act.waive')}</Link>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
