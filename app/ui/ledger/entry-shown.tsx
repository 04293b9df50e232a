import { Details } from '../details'
import { Notice } from '../notice'
import { PageTitle } from '../page-title'
import { When } from '../when'
import { useWords } from '../words'
import { Openings, StandingCard, type StandingShown } from './standing'

export type EntryShownProps = {
  /** What the act is called in plain words. */
  title: string
  receipt: {
    id: string
    madeAt: Date | string
    isRefused: boolean
    entry: string
    leafHash: string
    openings: readonly { name: string; value: unknown }[]
    promise: string
    standing: StandingShown
  }
  /** Whether this is the reader's own act, or anybody's as everybody may see it. */
  isOwn: boolean
}

/** One entry of the record for who is in it, or for a stranger: the text that is kept, and what shows that it is. */
export function EntryShown({ title, receipt, isOwn }: EntryShownProps) {
  const t = useWords()
  const { id, madeAt, isRefused, entry, leafHash, openings, promise, standing } = receipt
  const isActor = openings.some(({ name }) => name === 'who')
  return (
    <div className="stack">
      <PageTitle title={title} {...(isOwn && { back: { to: '/me/acts', label: t('me.acts.title') } })}>
        <When at={madeAt} withTime />
      </PageTitle>
      {isRefused && <Notice tone="warn">{t('ledger.entry.refused')}</Notice>}
      <div className="columns">
        <div className="stack-wide">
          <p>{isOwn ? t(isActor ? 'ledger.entry.own' : 'ledger.entry.about-you') : t('ledger.entry.anybody')}</p>
          <Openings openings={openings} />
          <Details summary={t('ledger.entry.kept')} open={!isOwn}>
            <p className="muted">{t('ledger.entry.kept-lead')}</p>
            <pre className="entry-text" lang="en" dir="ltr">
              {indented(entry)}
            </pre>
            <p className="small">
              {t('ledger.entry.hash')}: <code className="hash">{leafHash}</code>
            </p>
          </Details>
        </div>
        <StandingCard
          standing={standing}
          promise={promise}
          files={isOwn ? `/receipts/${id}` : `/ledger/entries/${id}`}
          hasReceipt={isOwn}
        />
      </div>
    </div>
  )
}

// For reading; the file holds the bytes themselves.
const indented = (text: string) => JSON.stringify(JSON.parse(text), null, 2)
