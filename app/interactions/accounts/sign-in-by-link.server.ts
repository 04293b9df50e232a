import { z } from 'zod'
import { safeRedirect } from '~/platform/safe-redirect'
import { keepSession } from '~/platform/session.server'
import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { deviceOf } from './device'
import { useLink } from './one-time-link.server'
import { LinkNotValid } from './problems'

/** What a sign-in is told by the request itself, never by the form: a fresh session id, and the name of the browser. */
export const newSessionFields = {
  sessionToken: z.string().regex(/^[0-9a-f]{50}$/),
  device: z.string().transform(deviceOf).default(''),
}

/** A resident signs in with the link from their mail, in the browser that asked for it. */
export const signInByLink = defineInteraction({
  name: 'sign-in.by-link',
  input: z.object({ token: z.string().max(100), browserToken: z.string().max(200), ...newSessionFields }),
  roles: roles.filter((role) => role !== 'system'),
  purpose: 'resident-accounts',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['responsive', 'integrity'],
  limit: { times: 40, perSeconds: 600 },
  effect: 'write',
  touches: { session: ['begin'] },
  async handle({ input, tx, now }) {
    const { token, browserToken, sessionToken, device } = input
    const link = await useLink(tx, { purpose: 'sign-in', token, browser: browserToken }, now)
    const person =
      link.personId &&
      (await tx.person.findUnique({ where: { id: link.personId }, select: { role: true, disabledAt: true } }))
    if (!link.personId || !person || person.role !== 'resident' || person.disabledAt) throw new LinkNotValid('unknown')
    await keepSession(tx, { sessionId: sessionToken, personId: link.personId, role: person.role, device }, now)
    await tx.person.update({ where: { id: link.personId }, data: { signedInAt: now } })
    return { personId: link.personId, next: safeRedirect(link.content.next, '/me') }
  },
  about: (_, { personId }) => ({ object: { type: 'sign-in', ref: 'resident' }, subjects: [personId] }),
})
