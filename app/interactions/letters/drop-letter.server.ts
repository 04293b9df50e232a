import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'

/** News that its reader does not want any more is put away before it leaves. */
export const dropLetter = defineInteraction({
  name: 'letter.drop',
  input: z.object({ mailId: z.uuid() }),
  roles: ['system'],
  purpose: 'security-of-the-platform',
  legalBasis: 'A6-1-c-legal-obligation',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['lawfulness'],
  effect: 'write',
  touches: { mail: ['state'] },
  async handle({ input, tx }) {
    await tx.mail.updateMany({
      where: { id: input.mailId, state: 'waiting' },
      data: { state: 'failed', trouble: 'not-wanted', nextTryAt: null },
    })
  },
  about: () => ({ object: { type: 'letter', ref: 'follow-news' } }),
})
