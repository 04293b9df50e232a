import { z } from 'zod'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { managingStaff } from './administering'
import { functionsOf } from './functions.server'
import { openStaffNames } from './staff-names.server'

/** An administrator opens somebody who works here: their function, whether they can sign in, and their mandates. */
export const openStaff = defineInteraction({
  ...managingStaff,
  name: 'staff.open',
  input: z.object({ id: z.string().max(60) }),
  values: ['integrity'],
  effect: 'read',
  touches: { staff: ['name', 'email', 'job-title', 'mandates'] },
  async handle({ input, tx, actor, now }) {
    const { success, data: id } = z.uuid().safeParse(input.id)
    const person = success ? await tx.person.findUnique({ where: { id } }) : null
    if (!person || person.role === 'resident') throw new NotFound()
    const names = await openStaffNames(tx, [person])
    const rows = await tx.mandate.findMany({ where: { personId: person.id }, orderBy: { id: 'desc' } })
    const people = await functionsOf(
      tx,
      rows.flatMap(({ grantedBy, revokedBy }) => [grantedBy, revokedBy]),
    )
    return {
      person: {
        id: person.id,
        role: person.role,
        ...(names.get(person.id) ?? { name: '', email: '' }),
        jobTitle: person.jobTitle ?? '',
        department: person.department ?? '',
        isDisabled: person.disabledAt !== null,
        disabledAt: person.disabledAt,
        accessReason: person.accessReason,
        isInvited: person.passwordHash === null,
        isOwn: person.id === actor.id,
      },
      mandates: rows.map(({ grantedBy, revokedBy, validFrom, validUntil, revokedAt, ...mandate }) => ({
        ...mandate,
        validFrom,
        validUntil,
        revokedAt,
        state: revokedAt ? 'revoked' : validUntil <= now ? 'ended' : validFrom > now ? 'coming' : 'held',
        grantedBy: people.get(grantedBy) ?? null,
        revokedBy: (revokedBy && people.get(revokedBy)) || null,
      })),
      categories: await tx.category.findMany({
        select: { key: true, name: true, groupKey: true, groupName: true },
        orderBy: [{ groupKey: 'asc' }, { key: 'asc' }],
      }),
      areas: await tx.area.findMany({ select: { key: true, name: true }, orderBy: { name: 'asc' } }),
    }
  },
  about: (_, { person }) => ({ object: { type: 'staff', ref: 'one' }, subjects: [person.id] }),
})
