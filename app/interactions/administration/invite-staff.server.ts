import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { plainLine } from '~/platform/plain-text'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import type { After } from '~/safeguards/interaction.server'
import { languages } from '~/safeguards/vocabulary'
import { makeInvite } from '../accounts/invite.server'
import { writeLetter } from '../letters/letter.server'
import { makeStaff } from '../people/person.server'
import { managingStaff } from './administering'

const line = (longest: number) => z.string().transform(plainLine).pipe(z.string().min(1).max(longest, 'field.too-long'))

export const inviteForm = z.object({
  name: line(120),
  email: z.string().trim().max(200, 'field.too-long').pipe(z.email('field.email')),
  role: z.enum(['civil-servant', 'oversight', 'administrator']),
  jobTitle: line(120),
  department: z.string().transform(plainLine).pipe(z.string().max(120, 'field.too-long')).default(''),
  language: z.enum(languages),
})

/** An administrator invites somebody who works for the town. The link goes to that person alone; the inviter never sees it. */
export const inviteStaff = defineInteraction({
  ...managingStaff,
  name: 'staff.invite',
  input: inviteForm,
  values: ['integrity'],
  effect: 'write',
  touches: { staff: ['name', 'email', 'job-title'], mail: ['content'] },
  async handle({ input, tx, now, after }) {
    const { department, ...staff } = input
    const { personId } = await makeStaff(tx, { ...staff, department: department || null }, now)
    await sendInvite({ tx, now, after }, personId, input.language)
    return { personId, role: input.role }
  },
  about: (_, { personId, role }) => ({ object: { type: 'staff', ref: 'one' }, subjects: [personId], facts: { role } }),
})

/** An administrator sends the invitation again: the earlier link stops working. */
export const inviteAgain = defineInteraction({
  ...managingStaff,
  name: 'staff.invite-again',
  input: z.object({ id: z.uuid() }),
  values: ['integrity'],
  effect: 'write',
  limit: { times: 30, perSeconds: 3600 },
  touches: { staff: ['email'], mail: ['content'] },
  async handle({ input, tx, now, after }) {
    const person = await tx.person.findUnique({
      where: { id: input.id },
      select: { id: true, role: true, language: true, passwordHash: true, disabledAt: true },
    })
    if (!person || person.role === 'resident' || person.passwordHash !== null || person.disabledAt) throw new NotFound()
    await sendInvite({ tx, now, after }, person.id, person.language)
    return { personId: person.id }
  },
  about: (_, { personId }) => ({ object: { type: 'staff', ref: 'one' }, subjects: [personId] }),
})

async function sendInvite(context: { tx: Tx; now: Date; after: After }, personId: string, language: string) {
  const { path, expiresAt } = await makeInvite(context.tx, personId, context.now)
  const onceKey = `staff-invite:${personId}:${expiresAt.getTime()}`
  await writeLetter(context, {
    onceKey,
    personId,
    template: 'staff-invite',
    language,
    link: path,
    values: { until: expiresAt },
  })
}
