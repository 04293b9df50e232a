import { Pictogram, type PictogramName } from '../pictogram'
import { useWords } from '../words'

type Outcome = 'pass' | 'warn' | 'block' | 'insufficient_data' | 'not_applicable'
export type CheckSaid = {
  id: string
  version: number
  outcome: Outcome
  explanation: string
  values?: Record<string, string | number>
}

const signs: Record<Outcome, { sign: PictogramName; tone: string }> = {
  pass: { sign: 'check', tone: 'ok' },
  warn: { sign: 'warning', tone: 'warn' },
  block: { sign: 'cross', tone: 'danger' },
  insufficient_data: { sign: 'dash', tone: 'muted' },
  not_applicable: { sign: 'dash', tone: 'muted' },
}

/** What each check said about an act, in the words that the person at the door could have read. */
export function ChecksSaid({ checks }: { checks: readonly CheckSaid[] }) {
  const t = useWords()
  if (checks.length === 0) return <p className="muted">{t('oversight.checks.none')}</p>
  return (
    <ul className="checks-said">
      {checks.map(({ id, version, outcome, explanation, values }) => (
        <li key={id}>
          <span className={`tone-${signs[outcome].tone}`}>
            <Pictogram name={signs[outcome].sign} size="small" />
          </span>
          <div>
            <strong>
              {id} {t(`check.${id}.name`)}
            </strong>
            <span className="muted">
              {' '}
              {t(`check.outcome.${outcome}`)}, {t('oversight.checks.version', { n: version })}
            </span>
            <p>{t(explanation, values)}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
