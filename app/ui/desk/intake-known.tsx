import { titleOf } from '~/interactions/issues/issue.input'
import { Button } from '../button'
import { StatusSign, StatusWords, stateOf } from '../issues/status'
import { useWords } from '../words'
import type { Intake } from './intake-page'

/** Issues of this kind that are known here already: the caller may mean one of them. The same form is then added to it. */
export function IntakeKnown({ intake: { around, now }, address }: { intake: Intake; address: URLSearchParams }) {
  const t = useWords()
  const known = around.filter(({ isSameKind }) => isSameKind).slice(0, 5)
  if (known.length === 0) return <p className="muted small">{t('desk.intake.known.none')}</p>
  return (
    <section className="stack" aria-labelledby="known">
      <h2 id="known">{t('desk.intake.known')}</h2>
      <ul className="case-list">
        {known.map((one) => (
          <li key={one.ref} className="stack">
            <p className="row">
              <StatusSign state={stateOf(one, now)} />
              <a href={`/issues/${one.ref}`} target="_blank" rel="noreferrer">
                {titleOf(t, one)}
              </a>
            </p>
            <p className="muted small">
              {t('desk.around.metres', { metres: one.distanceM })} · {t('issue.people', { count: one.reportCount })} ·{' '}
              <StatusWords issue={{ ...one, closedAt: null }} now={now} />
            </p>
            <Button
              weight="secondary"
              formAction={`/desk/intake/again?${address}&ref=${one.ref}`}
              aria-label={t('desk.intake.known.this', { ref: one.ref })}
            >
              {t('desk.intake.known.add')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
