import { randomUUID } from 'node:crypto'
import type { Tx } from '~/platform/db.server'
import type { After } from '~/safeguards/interaction.server'
import { sealOfPerson } from '../people/person-key.server'
import { receiptPath } from '../reports/follow-link.server'
import { issueWords } from './issue-words.server'
import {
  contentToText,
  type LetterContent,
  type LetterValues,
  type TemplateName,
  templateOf,
  templates,
} from './templates'

type Context = { tx: Tx; after: After; now: Date }

type Letter = {
  /** One letter per key, however often it is written: `report-received:<report id>`. */
  onceKey: string
  personId: string
  template: TemplateName
  language: string
  values?: LetterValues
  /** Fills in `ref`, `category` and `place`, and leads to the page of the issue. */
  issueId?: string
  /** A path of ours for its button, such as `/receipts/...`. */
  link?: string
  endToken?: string
}

/**
 * Writes a letter in the transaction of the act it is about: it leaves if and only if the act is kept. Everything in it
 * is sealed with the reader's own key. True when it was written now; false when it was there, or the reader was erased.
 */
export async function writeLetter({ tx, after, now }: Context, letter: Letter): Promise<boolean> {
  const { onceKey, personId, template, language } = letter
  const own = await sealOfPerson(tx, personId)
  if (!own) return false
  const issue = letter.issueId === undefined ? null : await issueWords(tx, letter.issueId)
  const link = letter.link ?? (issue ? `/issues/${issue.ref}` : undefined)
  const content: LetterContent = {
    language,
    values: { ...issue?.wordsIn(language), ...letter.values },
    ...(link !== undefined && { link: ourPath(link) }),
    ...(letter.endToken && { endToken: letter.endToken }),
  }
  const id = randomUUID()
  const sealed = own.seal(contentToText(content), 'mail.sealed')
  const { count } = await tx.mail.createMany({
    skipDuplicates: true,
    data: { id, onceKey, personId, template, sealed, madeAt: now },
  })
  // What a follower gets rests on their consent, and leaves only while that stands.
  if (count === 1) after(letter.endToken ? 'letter.send-news' : templates[template].task, { mailId: id })
  return count === 1
}

type News = {
  issueId: string
  template: TemplateName
  /** Said to everybody alike; a function where the words depend on the reader's language. */
  values?: LetterValues | ((language: string) => LetterValues)
  /** The act it is about: `update:<update id>`. Each reader gets one letter per key. */
  onceKey: string
}

/** Writes to followers who confirmed their address; what the town owes to reporters also goes to each who left one. */
export async function tellFollowers(context: Context, { issueId, template, values, onceKey }: News): Promise<number> {
  const isOwed = templateOf(template)?.isOwed ?? false
  const readers = await readersOf(context.tx, issueId, isOwed)
  let told = 0
  for (const { personId, reportId, language, sealedEndToken } of readers) {
    const own = sealedEndToken && (await sealOfPerson(context.tx, personId))
    const endToken = own && sealedEndToken ? own.open(sealedEndToken, 'follow.sealed_end_token') : undefined
    const said = typeof values === 'function' ? values(language) : values
    // A question is answered on the page of one's own report.
    const link = template === 'question' && reportId ? { link: receiptPath(reportId) } : {}
    const letter = { onceKey: `${onceKey}:${personId}`, personId, template, language, issueId, ...link }
    if (await writeLetter(context, { ...letter, ...(said && { values: said }), ...(endToken && { endToken }) })) told++
  }
  return told
}

type Reader = { personId: string; reportId: string | null; language: string; sealedEndToken: Uint8Array | null }

// One letter per person: who follows has a way to stop, so that comes before having reported it.
async function readersOf(tx: Tx, issueId: string, isOwed: boolean): Promise<Reader[]> {
  const follows = await tx.follow.findMany({
    where: {
      issueId,
      confirmedAt: { not: null },
      endedAt: null,
      person: { sealedEmail: { not: null }, disabledAt: null },
    },
    select: { personId: true, language: true, sealedEndToken: true },
  })
  const reports = await tx.report.findMany({
    where: { issueId, person: { sealedEmail: { not: null }, disabledAt: null } },
    orderBy: { reportedAt: 'asc' },
    select: { id: true, personId: true, language: true },
  })
  const readers = new Map<string, Reader>(follows.map((follow) => [follow.personId, { ...follow, reportId: null }]))
  for (const { id: reportId, personId, language } of reports) {
    if (!personId) continue
    const known = readers.get(personId)
    if (!known && isOwed) readers.set(personId, { personId, reportId, language, sealedEndToken: null })
    else if (known) known.reportId ??= reportId
  }
  return [...readers.values()]
}

// A letter leads to our own pages only, whatever it is filled with.
function ourPath(link: string): string {
  if (!/^\/(?![/\\])[^\s\\]*$/.test(link)) throw new Error('A letter links to a path of ours.')
  return link
}
