import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { managingStaff } from './administering'
import { openStaffNames } from './staff-names.server'

const perPage = 50

/** An administrator sees who works here, in which role, and whether they hold a mandate. */
export const listStaff = defineInteraction({
  ...managingStaff,
  name: 'staff.list',
  input: z.object({ after: z.uuid().optional().catch(undefined) }),
  values: ['integrity'],
  effect: 'read',
  touches: { staff: ['name', 'email', 'job-title', 'mandates'] },
  async handle({ input, tx, now }) {
    const found = await tx.person.findMany({
      where: { role: { in: ['civil-servant', 'oversight', 'administrator'] } },
      orderBy: [{ role: 'asc' }, { id: 'asc' }],
      take: perPage + 1,
      ...(input.after && { cursor: { id: input.after }, skip: 1 }),
      select: {
        id: true,
        role: true,
        jobTitle: true,
        department: true,
        disabledAt: true,
        passwordHash: true,
        sealedName: true,
        sealedEmail: true,
        mandates: { where: { revokedAt: null, validUntil: { gt: now } }, select: { id: true } },
      },
    })
    const people = found.slice(0, perPage)
    const names = await openStaffNames(tx, people)
    return {
      people: people.map(({ id, role, jobTitle, department, disabledAt, passwordHash, mandates }) => ({
        id,
        role,
        ...(names.get(id) ?? { name: '', email: '' }),
        jobTitle: jobTitle ?? '',
        department: department ?? '',
        isDisabled: disabledAt !== null,
        isInvited: passwordHash === null,
        mandates: mandates.length,
      })),
      next: found.length > perPage ? (people.at(-1)?.id ?? null) : null,
    }
  },
  about: (_, { people }) => ({ object: { type: 'staff', ref: 'list' }, subjects: people.map(({ id }) => id) }),
})
