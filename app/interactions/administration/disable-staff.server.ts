import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { NotFound, OutOfDate } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { managingStaff, reasonField } from './administering'
import { MustStay } from './problems'

const input = z.object({ id: z.uuid(), reason: reasonField })

/**
 * An administrator ends somebody's access: they are signed out everywhere and cannot sign in. Oversight is not theirs to
 * end, nor are they themselves, nor the last administrator: then nobody could mend it.
 */
export const disableStaff = defineInteraction({
  ...managingStaff,
  name: 'staff.disable',
  input,
  values: ['integrity'],
  effect: 'write',
  touches: { staff: ['disabled'], session: ['all'] },
  async handle({ input, tx, actor, now }) {
    const person = await staffMember(tx, input.id)
    if (person.role === 'oversight' || person.id === actor.id) throw new MustStay()
    if (person.disabledAt) throw new OutOfDate()
    await tx.person.update({ where: { id: person.id }, data: { disabledAt: now, accessReason: input.reason } })
    await tx.session.deleteMany({ where: { personId: person.id } })
    await tx.oneTimeToken.deleteMany({ where: { personId: person.id } })
    return { personId: person.id, role: person.role }
  },
  about: (_, { personId, role }) => ({ object: { type: 'staff', ref: 'one' }, subjects: [personId], facts: { role } }),
})

/** An administrator lets somebody in again who was kept out. */
export const enableStaff = defineInteraction({
  ...managingStaff,
  name: 'staff.enable',
  input,
  values: ['integrity'],
  effect: 'write',
  touches: { staff: ['disabled'] },
  async handle({ input, tx }) {
    const person = await staffMember(tx, input.id)
    if (!person.disabledAt) throw new OutOfDate()
    await tx.person.update({ where: { id: person.id }, data: { disabledAt: null, accessReason: input.reason } })
    return { personId: person.id, role: person.role }
  },
  about: (_, { personId, role }) => ({ object: { type: 'staff', ref: 'one' }, subjects: [personId], facts: { role } }),
})

async function staffMember(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${id}::uuid FOR UPDATE`
  const person = await tx.person.findUnique({ where: { id }, select: { id: true, role: true, disabledAt: true } })
  if (!person || person.role === 'resident') throw new NotFound()
  return person
}
