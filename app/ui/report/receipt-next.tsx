import { lastMomentOf } from '~/interactions/issues/issue.input'
import { fullDate } from '../dates'
import { isClosed } from '../issues/status'
import { useWords } from '../words'

type Moment = Date | string
type ReceiptNextProps = { status: string; dueAt: Moment | null; hasPromise: boolean; hasEmail: boolean; now: Moment }

/** What happens next, until when, and how the person hears of it. Nothing when the town is done. */
export function ReceiptNext({ status, dueAt, hasPromise, hasEmail, now }: ReceiptNextProps) {
  const t = useWords()
  if (isClosed(status)) return null
  // The last moment of the day, not the first of the next one.
  const date = dueAt && fullDate(lastMomentOf(dueAt), { locale: t.intl.locale, timezone: t.timezone }, new Date(now))
  return (
    <section className="stack" aria-labelledby="next">
      <h2 id="next">{t('receipt.next.title')}</h2>
      <ol className="receipt-next">
        {status === 'open' && <li>{t('receipt.next.look')}</li>}
        {date && <li>{hasPromise ? t('receipt.due.promise', { date }) : t('receipt.due.expectation', { date })}</li>}
        <li>{hasEmail ? t('receipt.next.mail') : t('receipt.next.no-mail')}</li>
        <li>{t('receipt.next.reasons')}</li>
      </ol>
    </section>
  )
}
