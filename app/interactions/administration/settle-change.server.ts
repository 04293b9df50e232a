import { z } from 'zod'
import { NotYourRole } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { administratorId } from './acting-administrator'
import { administering, reasonField } from './administering'
import { changeNow, hasOpened, holdChange, isStillWaiting } from './change-in-hand.server'

const settling = { id: z.string().max(40), version: z.coerce.number().int() }

/** A second administrator does not agree, and says why. The rule stays as it is. */
export const declineChange = defineInteraction({
  ...administering,
  name: 'change.decline',
  input: z.object({ ...settling, reason: reasonField }),
  values: ['integrity'],
  effect: 'write',
  touches: { town: ['proposed-change'] },
  async facts({ input, tx, actor }) {
    const change = await changeNow(tx, input.id)
    const approverOpenedLastVersion = change.version === input.version && (await hasOpened(tx, change, actor.id))
    return { fourEyes: { authorId: change.authorId, approverId: actor.id ?? '', approverOpenedLastVersion } }
  },
  async handle({ input, tx, actor, now }) {
    const change = await holdChange(tx, input.id)
    isStillWaiting(change, input.version)
    const data = { state: 'declined', decidedBy: administratorId(actor), decidedAt: now, decisionReason: input.reason }
    await tx.proposedChange.update({ where: { id: change.id }, data })
    return { kind: change.kind, objectKey: change.objectKey }
  },
  about: (_, { kind, objectKey }) => ({ object: { type: kind === 'category' ? 'category' : 'town', ref: objectKey } }),
})

/** The author of a proposed change takes it back. */
export const withdrawChange = defineInteraction({
  ...administering,
  name: 'change.withdraw',
  input: z.object(settling),
  values: ['integrity'],
  effect: 'write',
  touches: { town: ['proposed-change'] },
  async handle({ input, tx, actor, now }) {
    const change = await holdChange(tx, input.id)
    isStillWaiting(change, input.version)
    if (change.authorId !== actor.id) throw new NotYourRole()
    await tx.proposedChange.update({
      where: { id: change.id },
      data: { state: 'withdrawn', decidedBy: administratorId(actor), decidedAt: now },
    })
    return { kind: change.kind, objectKey: change.objectKey }
  },
  about: (_, { kind, objectKey }) => ({ object: { type: kind === 'category' ? 'category' : 'town', ref: objectKey } }),
})
