import { createTransport } from 'nodemailer'
import { env } from './env.server'

/** A letter as it leaves. Only the address and the subject stand in its head; what people wrote stands in the body. */
export type OutgoingMail = {
  /** The letter's own number: the same at each try, so that a mail server can notice a second copy. */
  id: string
  to: string
  subject: string
  text: string
  html: string
  language: string
  /** Where a POST ends the subscription this letter came from (RFC 8058). */
  stopUrl?: string
}

/** A letter that did not leave. `code` is what the mail server or the network said, in a word or number. */
export class Undelivered extends Error {
  override readonly name = 'Undelivered'
  constructor(
    readonly code: string,
    /** The address does not exist or refuses: trying again would not help. */
    readonly isFinal: boolean,
  ) {
    super(`A letter was not delivered (${code}).`)
  }
}

// Shorter than the transaction that waits for it.
const longestMs = 14_000

/** True when there is somewhere to send letters to; otherwise they wait in the mailbox of the administrator. */
export const canDeliver = (): boolean => env().smtpUrl !== undefined

/** Hands a letter to the mail server, or throws Undelivered. */
export async function deliver(mail: OutgoingMail): Promise<void> {
  const { smtpUrl } = env()
  if (!smtpUrl) throw new Undelivered('no-mail-server', false)
  if (!isPlainAddress(mail.to)) throw new Undelivered('bad-address', true)
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 8_000,
    dnsTimeout: 4_000,
    // A letter is text: nothing in it may make us fetch a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('too long'), { code: 'ETIMEDOUT' })), longestMs)
  })
  try {
    await Promise.race([transport.sendMail(messageOf(mail)), tooLong])
  } catch (error) {
    throw troubleOf(error)
  } finally {
    clearTimeout(timer)
    transport.close()
  }
}

/** The sender of letters: as set, or nobody at the platform's own host. */
export const sender = (): string => env().mailFrom ?? `no-reply@${new URL(env().baseUrl).hostname}`

function messageOf({ id, to, subject, text, html, language, stopUrl }: OutgoingMail) {
  const from = sender()
  return {
    from: { name: '', address: from },
    to: { name: '', address: to },
    envelope: { from, to: [to] },
    subject: oneLine(subject),
    text,
    html,
    messageId: `<${id}@${new URL(env().baseUrl).hostname}>`,
    headers: {
      'Content-Language': language,
      // Holiday answers of a mailbox would otherwise come back to us.
      'Auto-Submitted': 'auto-generated',
      ...(stopUrl && { 'List-Unsubscribe': `<${stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  }
}

/** A head line without anything that could begin a second one. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, 200)

/** One mailbox and nothing else: no list, no second head line, no hidden sign. */
export const isPlainAddress = (address: string): boolean =>
  address.length <= 254 && /^[^\s\p{Cc}<>()[\],;:"\\@]{1,64}@[^\s\p{Cc}<>()[\],;:"\\@]+$/u.test(address)

function troubleOf(error: unknown): Undelivered {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown }
  if (typeof responseCode === 'number') {
    // 5xx about the receiver or the content is final; a refused sign-in to the mail server is ours to mend.
    return new Undelivered(String(responseCode), responseCode >= 550 && responseCode < 560)
  }
  return new Undelivered(typeof code === 'string' ? code.slice(0, 40) : 'unknown', false)
}
