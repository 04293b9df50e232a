import { z } from 'zod'
import { env } from '~/platform/env.server'
import { NotFound } from '~/platform/problems'
import { safeRedirect } from '~/platform/safe-redirect'
import { keepSession } from '~/platform/session.server'
import { defineInteraction } from '~/safeguards/door.server'
import { type Role, roles } from '~/safeguards/vocabulary'
import { nextField } from './ask-sign-in-link.input'
import { homeOf } from './home-of'
import { newSessionFields } from './sign-in-by-link.server'

/** Signs in as one of the invented people of the demo. Exists on this very machine only; anywhere else it is not there. */
export const signInAsDemo = defineInteraction({
  name: 'sign-in.as-demo',
  input: z.object({ personId: z.uuid(), next: nextField, ...newSessionFields }),
  roles: roles.filter((role) => role !== 'system'),
  purpose: 'demo',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['performing'],
  effect: 'write',
  touches: { session: ['begin'] },
  async handle({ input, tx, now }) {
    const person = await tx.person.findFirst({
      // Real people are out of reach even in the demo.
      where: { id: input.personId, isDemo: true, disabledAt: null },
      select: { id: true, role: true },
    })
    if (!env().demo || !person) throw new NotFound()
    const { id: personId } = person
    const role = person.role as Role
    await keepSession(tx, { sessionId: input.sessionToken, personId, role, device: input.device }, now)
    return { personId, role, next: safeRedirect(input.next, homeOf(role)) }
  },
  about: (_, { personId }) => ({ object: { type: 'sign-in', ref: 'demo' }, subjects: [personId] }),
})
