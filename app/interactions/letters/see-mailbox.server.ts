import { z } from 'zod'
import { env } from '~/platform/env.server'
import { defineInteraction } from '~/safeguards/door.server'
import { letterStates } from './mailbox-rules'

const most = 30

/** The administrator sees which letters wait, left, or could not be delivered. Who they are for stays closed here. */
export const seeMailbox = defineInteraction({
  name: 'letter.see-mailbox',
  input: z.object({
    state: z.enum(letterStates).optional().catch(undefined),
    before: z.iso.datetime().optional().catch(undefined),
  }),
  roles: ['administrator'],
  purpose: 'deliver-letters',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['responsive'],
  effect: 'read',
  touches: { mail: ['template', 'state'] },
  async handle({ input, tx }) {
    const { state, before } = input
    const rows = await tx.mail.findMany({
      where: { ...(state && { state }), ...(before && { madeAt: { lt: new Date(before) } }) },
      orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
      take: most + 1,
      select: {
        id: true,
        template: true,
        state: true,
        madeAt: true,
        sentAt: true,
        tries: true,
        nextTryAt: true,
        trouble: true,
        person: { select: { role: true } },
      },
    })
    const counted = await tx.mail.groupBy({ by: ['state'], _count: true })
    const counts = Object.fromEntries(counted.map(({ state: one, _count }) => [one, _count]))
    const letters = rows.slice(0, most).map(({ person, ...letter }) => ({ ...letter, role: person.role }))
    return {
      letters,
      counts,
      hasMore: rows.length > most,
      state: state ?? null,
      hasMailServer: env().smtpUrl !== undefined,
    }
  },
  about: () => ({ object: { type: 'mailbox', ref: 'list' } }),
})
