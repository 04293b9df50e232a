import type { Tx } from '~/platform/db.server'
import { NotFound } from '~/platform/problems'
import type { After } from '~/safeguards/interaction.server'
import type { Language } from '~/safeguards/vocabulary'
import { lookAt } from '../people/looks.server'
import { tellAsker } from './finding-letters.server'
import { openFinding } from './open-finding.server'

type Context = { tx: Tx; after: After; now: Date; language: Language }
type Asked = { personId: string; lineId: string; words: string; viaReportId?: string; isSignedIn: boolean }

/** Opens a finding about one look at this person. The same look asked about again is the same finding. Throws NotFound. */
export async function askAboutLook(context: Context, { personId, lineId, words, viaReportId, isSignedIn }: Asked) {
  const { tx, now, language } = context
  const found = await lookAt(tx, personId, lineId, { language, now })
  if (!found) throw new NotFound()
  const { look, lookerId } = found
  const opened = await openFinding(tx, {
    kind: 'question',
    about: { type: 'line', ref: look.lineId },
    openedAt: now,
    entryId: look.entryId,
    issueRef: look.issueRef,
    concernedId: lookerId,
    department: lookerId && look.department,
    asked: { personId, language, words, viaReportId: viaReportId ?? null, isSignedIn },
  })
  if (opened.isNew) {
    const asker = { id: opened.id, dueAt: opened.dueAt, askedBy: personId, viaReportId: viaReportId ?? null, language }
    await tellAsker(context, asker, { template: 'look-question-opened', once: 1 })
  }
  return { findingId: opened.id, isNew: opened.isNew, lineId: look.lineId }
}
