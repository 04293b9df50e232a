import { Notice } from '../notice'
import { Pictogram } from '../pictogram'
import { useWords } from '../words'
import type { SaidReceipt, SaidStatement } from './say-receipt'

const signs = { proven: 'check', 'not-proven': 'dash', wrong: 'cross' } as const

/** What a receipt proves, one statement after the other: a sign, a word and a sentence each. */
export function ReceiptResult({ said, byServer }: { said: SaidReceipt; byServer: boolean }) {
  const t = useWords()
  return (
    <section className="stack" aria-labelledby="result-title" id="result" tabIndex={-1}>
      <h2 id="result-title">{t('verify.result')}</h2>
      <Notice tone={said.tone} title={said.title} live>
        {said.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
      {byServer && <p>{t('verify.server.after')}</p>}
      {said.statements.length > 0 && (
        <ol className="verify-statements">
          {said.statements.map((statement) => (
            <StatementRow key={statement.id} {...statement} />
          ))}
        </ol>
      )}
    </section>
  )
}

function StatementRow({ verdict, title, parts }: SaidStatement) {
  const t = useWords()
  return (
    <li className={`verify-${verdict}`}>
      <Pictogram name={signs[verdict]} />
      <div>
        <h3>
          {title} <span className="verify-verdict">{t(`verify.is.${verdict}`)}</span>
        </h3>
        {parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same receipt says the same things in the same order
          <p key={at}>
            {'sentence' in part ? part.sentence : `${part.term}:`} {part.code && <code>{part.code}</code>}
          </p>
        ))}
      </div>
    </li>
  )
}
