import { Details } from '../details'
import { Handled, type Verdict } from '../handled'
import { useWords } from '../words'

type CheckFound = {
  id: string
  outcome: string
  explanation: string
  values?: Record<string, string | number> | undefined
}
export type ReceiptEntry = { number: string; fingerprint: string; checks: readonly CheckFound[] }

/** What the door checked when the report came in: lawful, equal, intact, each in one sentence, and every check to read. */
export function ReceiptHandled({ entry, area }: { entry: ReceiptEntry | null; area: string | null }) {
  const t = useWords()
  const checks = entry?.checks ?? []
  const isWarned = checks.some(({ outcome }) => outcome === 'warn')
  const verdicts: Verdict[] = [
    {
      value: 'lawful',
      outcome: entry ? 'pass' : 'insufficient_data',
      sentence: isWarned ? t('receipt.lawful.warn') : t('receipt.lawful', { count: checks.length }),
    },
    {
      value: 'equal',
      outcome: 'insufficient_data',
      sentence: area ? t('receipt.equal', { area }) : t('receipt.equal.nowhere'),
    },
    {
      value: 'intact',
      outcome: entry ? 'pass' : 'warn',
      sentence: entry ? t('receipt.intact', { number: entry.number }) : t('receipt.intact.missing'),
    },
  ]
  return (
    <>
      <Handled verdicts={verdicts} />
      {entry && (
        <Details summary={t('receipt.checks')}>
          <dl className="facts">
            {checks.map(({ id, explanation, values }) => (
              <div key={id}>
                <dt>{t(`check.${id}.name`)}</dt>
                <dd>{t(explanation, values)}</dd>
              </div>
            ))}
            <div>
              <dt>{t('receipt.fingerprint')}</dt>
              <dd>
                <code>{entry.fingerprint}</code>
              </dd>
            </div>
          </dl>
        </Details>
      )}
    </>
  )
}
