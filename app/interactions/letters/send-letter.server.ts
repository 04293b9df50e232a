import { z } from 'zod'
import { canDeliver, deliver, Undelivered } from '~/platform/mail.server'
import { defineInteraction } from '~/safeguards/door.server'
import type { HandlerContext } from '~/safeguards/interaction.server'
import type { ProcessingActivityId } from '~/safeguards/lawfulness/processing-activities'
import type { LegalBasis } from '~/safeguards/vocabulary'
import { consentBehind, outgoingLetter } from './outgoing-letter.server'
import type { LetterTask } from './templates'

const input = z.object({ mailId: z.uuid() })
type Input = z.output<typeof input>

export type LetterState = 'waiting' | 'sent' | 'kept' | 'failed'
type Sent = { personId: string; template: string; state: LetterState }

/** One way of sending for each purpose, because the ground differs: a public task for answers, consent for news. */
function sender(name: LetterTask, purpose: ProcessingActivityId, legalBasis: LegalBasis) {
  return defineInteraction({
    name,
    input,
    roles: ['system'],
    purpose,
    legalBasis,
    ictRole: 'instrumental',
    phase: 'governance',
    values: ['responsive'],
    effect: 'write',
    touches: { contact: ['name', 'email'], mail: ['content', 'state'] },
    ...(legalBasis === 'A6-1-a-consent' && { facts: consentOf }),
    handle: (context) => sendLetter(context, name),
    about: (_, { personId, template, state }: Sent) => ({
      object: { type: 'letter', ref: template },
      subjects: [personId],
      channel: 'mail',
      facts: { state },
    }),
  })
}

/** A letter about somebody's own report. */
export const sendAnswer = sender('letter.send', 'maintain-public-space', 'A6-1-e-public-interest')
/** News for somebody who asked for it. */
export const sendNews = sender('letter.send-news', 'keep-people-informed', 'A6-1-a-consent')
/** A letter with which a resident signs in. */
export const sendAccountLetter = sender('letter.send-account', 'resident-accounts', 'A6-1-e-public-interest')
/** An invitation or a warning for somebody who works for the town. */
export const sendStaffLetter = sender('letter.send-staff', 'staff-accounts', 'A6-1-e-public-interest')
/** A letter of oversight to whoever asked about a look at their data. */
export const sendOversightLetter = sender('letter.send-oversight', 'oversight', 'A6-1-c-legal-obligation')

/** Waits before each further try: a minute at first, six hours later on; after three days nobody tries any more. */
export function nextTry(tries: number, madeAt: Date, now: Date): Date | null {
  const minutes = [1, 2, 5, 15, 60, 180, 360][tries - 1] ?? 360
  const at = new Date(now.getTime() + minutes * 60_000)
  return at.getTime() - madeAt.getTime() > 3 * 24 * 3_600_000 ? null : at
}

async function consentOf({ tx, input }: HandlerContext<Input>) {
  return { consent: await consentBehind(tx, input.mailId) }
}

async function sendLetter({ input, tx, now, after }: HandlerContext<Input>, task: LetterTask): Promise<Sent> {
  // Locked, so that two workers never send the same letter at once.
  await tx.$queryRaw`SELECT 1 FROM mail WHERE id = ${input.mailId}::uuid FOR UPDATE`
  const mail = await tx.mail.findUniqueOrThrow({ where: { id: input.mailId } })
  const { id, personId, template, madeAt } = mail
  if (mail.state !== 'waiting') return { personId, template, state: mail.state as LetterState }
  const end = async (state: LetterState, trouble: string | null = null): Promise<Sent> => {
    const sentAt = state === 'sent' ? now : null
    await tx.mail.update({ where: { id }, data: { state, sentAt, trouble, nextTryAt: null } })
    return { personId, template, state }
  }
  if (!canDeliver()) return end('kept')
  const outgoing = await outgoingLetter(tx, mail)
  if (!outgoing) return end('failed', 'no-address')
  try {
    await deliver({ id, ...outgoing })
    return await end('sent')
  } catch (error) {
    if (!(error instanceof Undelivered)) throw error
    const tries = mail.tries + 1
    const runAt = error.isFinal ? null : nextTry(tries, madeAt, now)
    if (!runAt) return end('failed', error.code)
    await tx.mail.update({ where: { id }, data: { tries, trouble: error.code, nextTryAt: runAt } })
    after(task, { mailId: id }, { runAt })
    return { personId, template, state: 'waiting' }
  }
}
