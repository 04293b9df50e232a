import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { ownId } from './own'

/** Where somebody is signed in, newest first: their own sessions and nobody else's. */
export const seeSessions = defineInteraction({
  name: 'session.see-own',
  input: z.object({}),
  roles: roles.filter((role) => role !== 'system'),
  purpose: 'security-of-the-platform',
  legalBasis: 'A6-1-c-legal-obligation',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['integrity'],
  effect: 'read',
  touches: { session: ['device', 'times'] },
  async handle({ tx, actor, now }) {
    const rows = await tx.session.findMany({
      where: { personId: ownId(actor), expiresAt: { gt: now } },
      orderBy: { seenAt: 'desc' },
      take: 50,
      select: { idHash: true, createdAt: true, seenAt: true, device: true },
    })
    const sessions = rows.map(({ idHash, ...session }) => {
      const sessionId = Buffer.from(idHash).toString('hex')
      return { ...session, sessionId, isThisOne: sessionId === actor.sessionHash }
    })
    return { sessions, role: actor.role, jobTitle: actor.jobTitle }
  },
  about: (_input, _value, actor) => ({
    object: { type: 'session', ref: actor.role },
    subjects: actor.id ? [actor.id] : [],
  }),
})
