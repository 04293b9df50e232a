import { z } from 'zod'
import { endSession } from '~/platform/session.server'
import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'

/** Somebody signs out: the session is gone, not only the cookie. */
export const signOut = defineInteraction({
  name: 'session.end',
  input: z.object({}),
  roles: roles.filter((role) => role !== 'system'),
  purpose: 'security-of-the-platform',
  legalBasis: 'A6-1-c-legal-obligation',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['integrity'],
  effect: 'write',
  touches: { session: ['end'] },
  async handle({ tx, actor }) {
    // A second press, or a session that was over already, is signed out too.
    if (actor.id && actor.sessionHash) await endSession(tx, actor.id, actor.sessionHash)
  },
  about: (_input, _value, { role }) => ({ object: { type: 'session', ref: role } }),
})
