import type { ReactNode } from 'react'
import { Card } from './card'
import { Pictogram, type PictogramName } from './pictogram'
import { useWords } from './words'

export type Outcome = 'pass' | 'warn' | 'block' | 'insufficient_data' | 'not_applicable'
export type Verdict = { value: 'lawful' | 'equal' | 'intact'; outcome: Outcome; sentence: ReactNode }

const signs: Record<Outcome, { sign: PictogramName; tone: string }> = {
  pass: { sign: 'check', tone: 'ok' },
  warn: { sign: 'warning', tone: 'warn' },
  block: { sign: 'cross', tone: 'danger' },
  insufficient_data: { sign: 'dash', tone: 'muted' },
  not_applicable: { sign: 'dash', tone: 'muted' },
}

/** How this was handled: lawful, equal, intact, one sentence each, and ways to check it oneself (links, as children). */
export function Handled({ verdicts, children }: { verdicts: readonly Verdict[]; children?: ReactNode }) {
  const t = useWords()
  const words = {
    lawful: t('common.handled.lawful'),
    equal: t('common.handled.equal'),
    intact: t('common.handled.intact'),
  }
  const outcomes: Record<Outcome, string> = {
    pass: t('common.handled.pass'),
    warn: t('common.handled.warn'),
    block: t('common.handled.block'),
    insufficient_data: t('common.handled.insufficient-data'),
    not_applicable: t('common.handled.not-applicable'),
  }
  return (
    <Card title={t('common.handled.title')}>
      <ul className="handled">
        {verdicts.map(({ value, outcome, sentence }) => (
          <li key={value} className={`tone-${signs[outcome].tone}`}>
            <Pictogram name={signs[outcome].sign} />
            <div>
              <h3 className="handled-word">
                {words[value]}
                <span className="visually-hidden">: {outcomes[outcome]}</span>
              </h3>
              <p>{sentence}</p>
            </div>
          </li>
        ))}
      </ul>
      {children && <p>{children}</p>}
    </Card>
  )
}
