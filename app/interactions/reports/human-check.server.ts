import { env } from '~/platform/env.server'
import { checkHuman, stampForm } from '~/platform/human.server'
import type { Circumstances } from '~/safeguards/interaction.server'
import { NotLikelyHuman } from './problems'

export type HumanForm = 'report' | 'me-too'

/** The hidden value that tells when this form was shown. */
export const stampOf = (form: HumanForm, now: Date): string => stampForm(env().secretKey, form, now)

type Sent = { stamp?: string | undefined; 'second-website'?: string | undefined }
type Sender = Pick<Circumstances, 'address' | 'now'> & { actor: { id: string | null } }

/** Asks strangers from the internet only: who signed in, or acts at the desk, has shown enough. */
export function checkSender(form: HumanForm, sent: Sent, { address, now, actor }: Sender): void {
  if (actor.id !== null || address === null) return
  const found = checkHuman(env().secretKey, form, { trap: sent['second-website'], stamp: sent.stamp }, now)
  if (found === 'likely-human') return
  if (found === 'stamp-expired') throw new NotLikelyHuman('form-too-old')
  throw new NotLikelyHuman(found === 'too-fast' ? 'sent-too-fast' : 'sent-by-program')
}
