import type { Tx } from '~/platform/db.server'
import type { After } from '~/safeguards/interaction.server'
import type { Language } from '~/safeguards/vocabulary'
import { writeLetter } from '../letters/letter.server'
import type { LetterValues } from '../letters/templates'
import { receiptPath } from './follow-link.server'
import type { Reporter } from './reporter.server'

type Context = { tx: Tx; after: After; now: Date }
type Sent = { issueId: string; reportId: string; language: Language; wantsNews: boolean; values?: LetterValues }

/** The receipt by mail to whoever left an address and, if they ticked that, the question whether news may follow. */
export async function writeToReporter(context: Context, reporter: Reporter, sent: Sent): Promise<void> {
  const { personId, hasEmail, isAddressTheirs } = reporter
  if (!personId || !hasEmail) return
  const { issueId, reportId, language, wantsNews, values } = sent
  const onceKey = `report-received:${reportId}`
  const letter = {
    onceKey,
    personId,
    template: 'report-received',
    language,
    issueId,
    link: receiptPath(reportId),
  } as const
  await writeLetter(context, { ...letter, ...(values && { values }) })
  if (wantsNews) context.after('follow.own-report', { reportId, isConfirmed: isAddressTheirs })
}
