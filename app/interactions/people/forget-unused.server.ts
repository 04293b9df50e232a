import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'

const days = 24 * 3_600_000

/**
 * An account without a report or a follow ends two years after its last sign-in, and an address with which nobody ever
 * signed in after a month: its key is destroyed, and with it everything that was sealed for it.
 */
export const forgetUnused = defineInteraction({
  name: 'person.forget-unused',
  input: z.object({}),
  roles: ['system'],
  purpose: 'resident-accounts',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'substitutive',
  phase: 'governance',
  values: ['lawfulness'],
  effect: 'write',
  touches: { contact: ['delete'] },
  async handle({ tx, now }) {
    const before = (age: number) => ({ lt: new Date(now.getTime() - age) })
    const people = await tx.person.findMany({
      where: {
        role: 'resident',
        isDemo: false,
        emailIndex: { not: null },
        createdAt: before(30 * days),
        OR: [{ signedInAt: null }, { signedInAt: before(730 * days) }],
        reports: { none: {} },
        sessions: { none: {} },
        follows: { none: { endedAt: null } },
      },
      orderBy: { createdAt: 'asc' },
      take: 500,
      select: { id: true },
    })
    const ids = people.map(({ id }) => id)
    await tx.mail.deleteMany({ where: { personId: { in: ids } } })
    await tx.personKey.deleteMany({ where: { personId: { in: ids } } })
    await tx.person.updateMany({
      where: { id: { in: ids } },
      data: { sealedName: null, sealedEmail: null, sealedPhone: null, emailIndex: null },
    })
    return { forgotten: ids.length }
  },
  about: (_, { forgotten }) => ({ object: { type: 'account', ref: 'unused' }, facts: { forgotten } }),
})
