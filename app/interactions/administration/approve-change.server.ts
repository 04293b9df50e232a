import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { OutOfDate } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import type { CategoryContent } from '../categories/category-content'
import type { TownSettings } from '../town/settings'
import { administratorId } from './acting-administrator'
import { administering } from './administering'
import { holdCategory, writeCategoryVersion } from './category-versions.server'
import { type ChangeInHand, changeNow, hasOpened, holdChange, isStillWaiting } from './change-in-hand.server'
import { applied } from './changes-between'
import { holdSettings, writeSettingsVersion } from './settings-versions.server'

/** A second administrator, who has opened the last version, agrees to a change that shifts discretion. Then it happens. */
export const approveChange = defineInteraction({
  ...administering,
  name: 'change.approve',
  input: z.object({ id: z.string().max(40), version: z.coerce.number().int() }),
  values: ['integrity', 'lawfulness'],
  effect: 'write',
  touches: { category: ['all'], town: ['settings', 'proposed-change'] },
  async facts({ input, tx, actor }) {
    const change = await changeNow(tx, input.id)
    const approverOpenedLastVersion = change.version === input.version && (await hasOpened(tx, change, actor.id))
    return { fourEyes: { authorId: change.authorId, approverId: actor.id ?? '', approverOpenedLastVersion } }
  },
  async handle({ input, tx, actor, now }) {
    const change = await holdChange(tx, input.id)
    isStillWaiting(change, input.version)
    const approvedBy = administratorId(actor)
    const madeVersion = await make(tx, change, { changedBy: change.authorId, approvedBy, reason: change.reason, now })
    await tx.proposedChange.update({
      where: { id: change.id },
      data: { state: 'approved', decidedBy: approvedBy, decidedAt: now, madeVersion },
    })
    return { kind: change.kind, objectKey: change.objectKey, version: madeVersion }
  },
  about: (_, { kind, objectKey, version }) => ({
    object: { type: kind === 'category' ? 'category' : 'town', ref: objectKey },
    facts: { version },
  }),
})

type Author = { changedBy: string; approvedBy: string; reason: string; now: Date }

// Laid over what stands there today: other fields may have changed meanwhile, these may not.
async function make(tx: Tx, change: ChangeInHand, author: Author): Promise<number> {
  if (change.kind === 'category') {
    const before = await holdCategory(tx, change.objectKey)
    const after = applied(before.content, change.changes)
    if (!after) throw new OutOfDate()
    return writeCategoryVersion(tx, before, after as CategoryContent, author)
  }
  const before = await holdSettings(tx)
  const after = applied(before.content, change.changes)
  if (!after) throw new OutOfDate()
  return writeSettingsVersion(tx, before, after as TownSettings, author)
}
