import { Link } from '@remix-run/react'
import type { KeyShown } from '~/safeguards/ledger/keys-shown'
import { Card } from '../card'
import { Facts } from '../facts'
import { Notice } from '../notice'
import { PageTitle } from '../page-title'
import { KeysShown, Limits } from '../verify/about-verifying'
import { When } from '../when'
import { useWords } from '../words'
import { Witnesses, type WitnessShown } from './witnesses'

type LedgerPageProps = {
  head: { origin: string; size: number; root: string; signedAt: Date | string } | undefined
  checked: { at: Date | string; size: number } | null
  trouble: { kind: string; firstWrong: string } | null
  waiting: { entries: number; seconds: number; isLate: boolean }
  witnesses: readonly WitnessShown[]
  keys: readonly KeyShown[]
  /** Where else the keys can be read, for comparing. */
  address: string
}

/** How the record stands, who else looks at it, what it proves and what it cannot. */
export function LedgerPage({ head, checked, trouble, waiting, witnesses, keys, address }: LedgerPageProps) {
  const t = useWords()
  return (
    <div className="stack">
      <PageTitle title={t('ledger.title')}>{t('ledger.lead')}</PageTitle>
      <div className="columns">
        <div className="stack-wide">
          <section aria-labelledby="now" className="stack">
            <h2 id="now">{t('ledger.now')}</h2>
            {trouble && (
              <Notice tone="danger">{t(`ledger.trouble.${trouble.kind}`, { what: trouble.firstWrong })}</Notice>
            )}
            {!head && <Notice tone="warn">{t('ledger.unsigned')}</Notice>}
            {waiting.isLate && <Notice tone="warn">{t('ledger.late')}</Notice>}
            <Facts
              facts={[
                { term: t('ledger.size'), value: head && t.intl.formatNumber(head.size) },
                { term: t('ledger.head-at'), value: head && <When at={head.signedAt} withTime /> },
                {
                  term: t('ledger.waiting'),
                  value:
                    waiting.entries === 0
                      ? t('ledger.waiting.none')
                      : t('ledger.waiting.some', { n: waiting.entries, seconds: waiting.seconds }),
                },
                {
                  term: t('ledger.checked'),
                  value:
                    checked &&
                    t('ledger.checked.at', {
                      size: t.intl.formatNumber(checked.size),
                      at: t.intl.formatDate(checked.at, { dateStyle: 'long', timeStyle: 'short' }),
                    }),
                },
                { term: t('ledger.root'), value: head && <code className="hash">{head.root}</code> },
              ]}
            />
          </section>
          <Witnesses witnesses={witnesses} />
          <Limits />
          <KeysShown keys={keys} address={address} />
        </div>
        <div className="stack-wide">
          <Card title={t('ledger.check')}>
            <p>
              <Link to="/verify">{t('ledger.check.receipt')}</Link>
            </p>
            <p className="small">
              {t('ledger.check.programs', { head: ltr('/ledger/checkpoint'), tiles: ltr('/ledger/tile/') })}
            </p>
          </Card>
        </div>
      </div>
    </div>
  )
}

// An address keeps its order in sentences that run from right to left.
const ltr = (address: string) => `\u2066${address}\u2069`
