import type { Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import type { OutgoingMail } from '~/platform/mail.server'
import { tokenHash } from '~/platform/tokens.server'
import { openContact } from '../people/person.server'
import { sealOfPerson } from '../people/person-key.server'
import { townOf } from '../town/town.server'
import { drawLetter, type LetterParts, letterParts } from './letter-text.server'
import { contentFromText, type LetterContent } from './templates'

type MailRow = { personId: string; template: string; sealed: Uint8Array }

/** What is sealed in a letter; null when the reader was erased. */
export async function openLetterContent(tx: Tx, { personId, sealed }: MailRow): Promise<LetterContent | null> {
  const own = await sealOfPerson(tx, personId)
  return own && contentFromText(own.open(sealed, 'mail.sealed'))
}

/** A letter in words, and the address it is for. */
export async function readLetter(tx: Tx, mail: MailRow): Promise<{ to: string; parts: LetterParts } | null> {
  const content = await openLetterContent(tx, mail)
  const { name, email } = await openContact(tx, mail.personId)
  if (!content || !email) return null
  return { to: email, parts: letterParts(mail.template, content, { name, town: await townOf(tx) }) }
}

/** A letter ready to leave; null when there is nobody to send it to any more. */
export async function outgoingLetter(tx: Tx, mail: MailRow): Promise<Omit<OutgoingMail, 'id'> | null> {
  const letter = await readLetter(tx, mail)
  const content = await openLetterContent(tx, mail)
  if (!letter || !content) return null
  const { endToken, language } = content
  const stopUrl = endToken && `${env().baseUrl}/follow/end/${endToken}/by-mail`
  return { to: letter.to, language, ...drawLetter(letter.parts), ...(stopUrl && { stopUrl }) }
}

/** Whether the consent that news rests on still stands when the letter is about to leave. */
export async function consentBehind(tx: Tx, mailId: string): Promise<'given' | 'withdrawn' | 'none'> {
  const mail = await tx.mail.findUnique({ where: { id: mailId } })
  const content = mail && (await openLetterContent(tx, mail))
  if (!content) return 'none'
  // The question whether somebody wants news is itself what they asked for.
  if (!content.endToken) return 'given'
  const follow = await tx.follow.findUnique({
    where: { endTokenHash: new Uint8Array(tokenHash(content.endToken)) },
    select: { confirmedAt: true, endedAt: true },
  })
  if (!follow?.confirmedAt) return 'none'
  return follow.endedAt ? 'withdrawn' : 'given'
}
