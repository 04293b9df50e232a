import { z } from 'zod'
import { NotFound } from '~/platform/problems'
import { endSession, endSessionsOf } from '~/platform/session.server'
import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { ownId } from './own'

/** Somebody ends one of their own sessions, such as that of a lost phone, or all but this one. */
export const endOwnSession = defineInteraction({
  name: 'session.end-own',
  input: z.object({ sessionId: z.union([z.literal('others'), z.string().regex(/^[0-9a-f]{64}$/)]) }),
  roles: roles.filter((role) => role !== 'system'),
  purpose: 'security-of-the-platform',
  legalBasis: 'A6-1-c-legal-obligation',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['integrity'],
  effect: 'write',
  touches: { session: ['end'] },
  async handle({ input, tx, actor }) {
    const personId = ownId(actor)
    if (input.sessionId === 'others') return { ended: await endSessionsOf(tx, personId, actor.sessionHash) }
    // Whose session it is stands in the query: that of somebody else is simply not there.
    if (!(await endSession(tx, personId, input.sessionId))) throw new NotFound()
    return { ended: 1 }
  },
  about: (_input, { ended }, { role }) => ({ object: { type: 'session', ref: role }, facts: { ended } }),
})
