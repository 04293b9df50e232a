import type { Tx } from '~/platform/db.server'
import type { After } from '~/safeguards/interaction.server'
import { lastMomentOf } from '../issues/issue.input'
import { writeLetter } from '../letters/letter.server'
import { receiptPath } from '../reports/follow-link.server'
import type { Answerer } from './answerers.server'
import type { FindingInHand } from './finding.server'
import type { Verdict } from './kinds'

type Context = { tx: Tx; after: After; now: Date }
type Asker = Pick<FindingInHand, 'id' | 'askedBy' | 'viaReportId' | 'language' | 'dueAt'>
type Said = {
  template: 'look-question-opened' | 'look-question-answered' | 'look-question-closed'
  /** Tells two letters of one kind apart. */
  once: number
  text?: string
  verdict?: Verdict
}

/** Writes to whoever asked, when they left an address. It leads back to where they asked: their account, or their receipt. */
export async function tellAsker(context: Context, finding: Asker, { template, once, text, verdict }: Said) {
  const { id, askedBy, viaReportId, language, dueAt } = finding
  if (!askedBy) return
  const person = await context.tx.person.findUniqueOrThrow({
    where: { id: askedBy },
    select: { sealedEmail: true, disabledAt: true },
  })
  if (!person.sealedEmail || person.disabledAt) return
  await writeLetter(context, {
    onceKey: `${template}:${id}:${once}`,
    personId: askedBy,
    template,
    language: language ?? 'en',
    link: viaReportId ? `${receiptPath(viaReportId)}/looked` : '/me/looked',
    values: { due: lastMomentOf(dueAt), ...(text && { text }), ...(verdict && { verdict }) },
  })
}

/** Writes to those who can explain. The letter only leads to the desk: what is asked stands there, behind the sign-in. */
export async function tellAnswerers(
  context: Context,
  { id }: { id: string },
  asked: readonly Answerer[],
  once: number,
) {
  for (const { id: personId, language, hasEmail } of asked) {
    if (!hasEmail) continue
    const onceKey = `explanation-asked:${id}:${once}:${personId}`
    await writeLetter(context, { onceKey, personId, template: 'explanation-asked', language, link: '/desk/findings' })
  }
}
