import { Link } from '@remix-run/react'
import { Card } from '../card'
import { Details } from '../details'
import { Facts } from '../facts'
import { When } from '../when'
import { useWords } from '../words'

export type StandingShown = { index: number; size: number; signedAt: Date | string } | null

type StandingProps = {
  standing: StandingShown
  promise: string
  /** Where the proof and the receipt are as files, without their endings. */
  files: string
  /** Which of the two there are: of somebody else's entry there is no receipt. */
  hasReceipt?: boolean
}

/** That an act is in the record: promised at once, proven as soon as a signed head covers it, and how to check that. */
export function StandingCard({ standing, promise, files, hasReceipt = true }: StandingProps) {
  const t = useWords()
  const number = (n: number) => t.intl.formatNumber(n)
  return (
    <Card title={t('ledger.standing.title')}>
      {standing ? (
        <p>
          {t('ledger.standing.proven', { number: number(standing.index + 1), size: number(standing.size) })}{' '}
          {t('ledger.standing.signed')} <When at={standing.signedAt} withTime />.
        </p>
      ) : (
        <p>{t('ledger.standing.promised')}</p>
      )}
      <ul className="plain-list">
        {standing && (
          <li>
            <a href={`${files}.tlog-proof`} download>
              {t('ledger.standing.proof-file')}
            </a>
          </li>
        )}
        {hasReceipt && (
          <li>
            <a href={`${files}.json`} download>
              {t('ledger.standing.receipt-file')}
            </a>
          </li>
        )}
        <li>
          <Link to="/verify">{t('ledger.standing.verify')}</Link>
        </li>
      </ul>
      <Details summary={t('ledger.standing.promise')}>
        <pre className="entry-text" lang="en" dir="ltr">
          {promise}
        </pre>
      </Details>
      <p className="small">
        <Link to="/ledger">{t('ledger.standing.about')}</Link>
      </p>
    </Card>
  )
}

/** What an entry says about the reader, opened with their own key. */
export function Openings({ openings }: { openings: readonly { name: string; value: unknown }[] }) {
  const t = useWords()
  if (openings.length === 0) return null
  return (
    <Facts
      facts={openings.map(({ name, value }) => ({
        key: name,
        term: name === 'who' ? t('ledger.opening.who') : t('ledger.opening.about'),
        value: t('ledger.opening.number', { n: numberIn(value) }),
      }))}
    />
  )
}

const numberIn = (value: unknown): number =>
  typeof value === 'object' && value !== null && 'n' in value && typeof value.n === 'number' ? value.n : 0
