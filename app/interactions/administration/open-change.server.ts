import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { nameOfCategory } from '../issues/category-name'
import { functionsOf } from '../oversight/staff-label.server'
import { administering } from './administering'
import { changeNow, openedRef } from './change-in-hand.server'
import { discretionIn } from './discretion'

/** An administrator opens a proposed change. That they did is on record: without it they cannot approve it. */
export const openChange = defineInteraction({
  ...administering,
  name: 'change.open',
  input: z.object({ id: z.string().max(40) }),
  values: ['integrity'],
  effect: 'read',
  touches: { town: ['proposed-change'] },
  async handle({ input, tx, actor, language }) {
    const change = await changeNow(tx, input.id)
    const row = await tx.proposedChange.findUniqueOrThrow({ where: { id: change.id } })
    const people = await functionsOf(tx, [row.authorId, row.decidedBy])
    const category =
      change.kind === 'category'
        ? await tx.category.findUnique({ where: { key: change.objectKey }, select: { key: true, name: true } })
        : null
    return {
      id: change.id,
      kind: change.kind,
      objectKey: change.objectKey,
      version: change.version,
      changes: change.changes,
      reason: change.reason,
      state: change.state,
      proposedAt: row.proposedAt,
      revisedAt: row.revisedAt,
      decidedAt: row.decidedAt,
      decisionReason: row.decisionReason,
      discretion: discretionIn(change.kind, change.changes),
      label: category && nameOfCategory(category.name, language),
      author: people.get(row.authorId) ?? null,
      decidedBy: (row.decidedBy && people.get(row.decidedBy)) || null,
      isOwn: row.authorId === actor.id,
    }
  },
  about: (_, change) => ({ object: { type: 'change', ref: openedRef(change) } }),
})
