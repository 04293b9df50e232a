import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'

const days = 24 * 3_600_000

/** The platform puts away what its time is over: sign-ins, one-time links, questions that nobody answered, old letters. */
export const tidyAccounts = defineInteraction({
  name: 'account.tidy',
  input: z.object({}),
  roles: ['system'],
  purpose: 'security-of-the-platform',
  legalBasis: 'A6-1-c-legal-obligation',
  ictRole: 'substitutive',
  phase: 'governance',
  values: ['lawfulness'],
  effect: 'write',
  touches: { session: ['end'], mail: ['delete'], follow: ['delete'] },
  async handle({ tx, now }) {
    const before = (age: number) => ({ lt: new Date(now.getTime() - age) })
    const sessions = await tx.session.deleteMany({ where: { expiresAt: { lte: now } } })
    const links = await tx.oneTimeToken.deleteMany({ where: { expiresAt: before(7 * days) } })
    const letters = await tx.mail.deleteMany({ where: { madeAt: before(365 * days) } })
    const unconfirmed = await tx.follow.deleteMany({ where: { confirmedAt: null, askedAt: before(7 * days) } })
    return { sessions: sessions.count, links: links.count, letters: letters.count, unconfirmed: unconfirmed.count }
  },
  about: (_, counts) => ({ object: { type: 'account', ref: 'tidy' }, facts: counts }),
})
