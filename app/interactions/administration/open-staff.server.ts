import { z } from 'zod'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { addDays, localDateOf } from '~/safeguards/lawfulness/working-days'
import { nameOfCategory } from '../issues/category-name'
import { functionsOf } from '../oversight/staff-label.server'
import { townOf } from '../town/town.server'
import { managingStaff } from './administering'
import { openStaffNames } from './staff-names.server'

/** An administrator opens somebody who works here: their function, whether they can sign in, and their mandates. */
export const openStaff = defineInteraction({
  ...managingStaff,
  name: 'staff.open',
  input: z.object({ id: z.string().max(60) }),
  values: ['integrity'],
  effect: 'read',
  touches: { staff: ['name', 'email', 'job-title', 'mandates'] },
  async handle({ input, tx, actor, now, language }) {
    const { success, data: id } = z.uuid().safeParse(input.id)
    const person = success ? await tx.person.findUnique({ where: { id } }) : null
    if (!person || person.role === 'resident') throw new NotFound()
    const names = await openStaffNames(tx, [person])
    const rows = await tx.mandate.findMany({ where: { personId: person.id }, orderBy: { id: 'desc' } })
    const people = await functionsOf(
      tx,
      rows.flatMap(({ grantedBy, revokedBy }) => [grantedBy, revokedBy]),
    )
    const categories = await tx.category.findMany({
      select: { key: true, name: true, groupKey: true, groupName: true },
      orderBy: [{ groupKey: 'asc' }, { key: 'asc' }],
    })
    const areas = await tx.area.findMany({ select: { key: true, name: true }, orderBy: { name: 'asc' } })
    const { timezone } = await townOf(tx)
    const today = localDateOf(now, timezone)
    const kinds = new Map(categories.map(({ key, name }) => [key, nameOfCategory(name, language)]))
    const places = new Map(areas.map(({ key, name }) => [key, name]))
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
        categories: mandate.categories.map((key) => kinds.get(key) ?? key),
        areas: mandate.areas.map((key) => places.get(key) ?? key),
        validFrom,
        // The day before the first moment that does not count any more.
        lastDay: addDays(localDateOf(validUntil, timezone), -1),
        revokedAt,
        state: revokedAt ? 'revoked' : validUntil <= now ? 'ended' : validFrom > now ? 'coming' : 'held',
        grantedBy: people.get(grantedBy) ?? null,
        revokedBy: (revokedBy && people.get(revokedBy)) || null,
      })),
      groups: groupsOf(categories, language),
      areas: areas.map(({ key, name }) => ({ key, label: name })),
      today,
      inAYear: addDays(today, 364),
    }
  },
  about: (_, { person }) => ({ object: { type: 'staff', ref: 'one' }, subjects: [person.id] }),
})

type Kind = { key: string; name: unknown; groupKey: string; groupName: unknown }

function groupsOf(categories: readonly Kind[], language: string) {
  const keys = [...new Set(categories.map(({ groupKey }) => groupKey))]
  return keys.map((key) => {
    const own = categories.filter(({ groupKey }) => groupKey === key)
    return {
      key,
      label: nameOfCategory(own[0]?.groupName, language) || key,
      categories: own.map((one) => ({ key: one.key, label: nameOfCategory(one.name, language) })),
    }
  })
}
