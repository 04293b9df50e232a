import { z } from 'zod'
import { safeRedirect } from '~/platform/safe-redirect'
import { keepSession } from '~/platform/session.server'
import { defineInteraction } from '~/safeguards/door.server'
import { type Role, roles } from '~/safeguards/vocabulary'
import { homeOf } from './home-of'
import { holdLink, useUp } from './one-time-link.server'
import { judgeCode } from './second-factor.server'
import { newSessionFields } from './sign-in-by-link.server'

type Answer = {
  outcome: 'signed-in' | 'refused' | 'start-again'
  by?: 'authenticator' | 'recovery'
  personId?: string
  role?: Role
  next?: string
}

const mostTries = 5

/** Second step of a sign-in of staff: the code of this half minute, or a recovery code. Five tries, then from the start. */
export const codeStep = defineInteraction({
  name: 'sign-in.code',
  input: z.object({ code: z.string().trim().min(1).max(40), stepToken: z.string().max(100), ...newSessionFields }),
  roles: roles.filter((role) => role !== 'system'),
  purpose: 'staff-accounts',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['integrity'],
  limit: { times: 60, perSeconds: 900 },
  effect: 'write',
  touches: { session: ['begin'] },
  async handle({ input, tx, now }): Promise<Answer> {
    const link = await holdLink(tx, { purpose: 'second-step', token: input.stepToken }, now)
    const { personId } = link
    const tries = Number(link.content.tries)
    const person =
      personId && (await tx.person.findUnique({ where: { id: personId }, select: { role: true, disabledAt: true } }))
    if (!personId || !person || person.disabledAt) return { outcome: 'start-again' }
    const verdict = await judgeCode(tx, personId, input.code, now)
    if (verdict === 'wrong') {
      const isOver = tries + 1 >= mostTries
      const content = { ...link.content, tries: tries + 1 }
      await tx.oneTimeToken.update({
        where: { tokenHash: link.hash },
        data: { content, ...(isOver && { usedAt: now }) },
      })
      return { outcome: isOver ? 'start-again' : 'refused', personId }
    }
    await useUp(tx, link, now)
    const role = person.role as Role
    await keepSession(tx, { sessionId: input.sessionToken, personId, role, device: input.device }, now)
    await tx.person.update({ where: { id: personId }, data: { signedInAt: now } })
    return {
      outcome: 'signed-in',
      by: verdict,
      personId,
      role,
      next: safeRedirect(link.content.next, homeOf(role)),
    }
  },
  about: (_, { outcome, by, personId }) => ({
    object: { type: 'sign-in', ref: 'staff' },
    subjects: personId ? [personId] : [],
    facts: { outcome, ...(by && { by }) },
  }),
})
