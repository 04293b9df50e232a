import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { nameOfCategory } from '../issues/category-name'
import { functionsOf } from '../oversight/staff-label.server'
import { administering } from './administering'
import type { Change } from './changes-between'

/** The administrator sees which changes wait for a second person, and what became of the others. */
export const listChanges = defineInteraction({
  ...administering,
  name: 'change.list',
  input: z.object({}),
  values: ['integrity'],
  effect: 'public-read',
  touches: {},
  async handle({ tx, actor, language }) {
    const rows = await tx.proposedChange.findMany({ orderBy: [{ proposedAt: 'desc' }, { id: 'asc' }], take: 200 })
    const people = await functionsOf(
      tx,
      rows.flatMap(({ authorId, decidedBy }) => [authorId, decidedBy]),
    )
    const names = await tx.category.findMany({ select: { key: true, name: true } })
    const labels = new Map(names.map(({ key, name }) => [key, nameOfCategory(name, language)]))
    return {
      changes: rows.map(({ authorId, decidedBy, changes, ...row }) => ({
        ...row,
        label: row.kind === 'category' ? (labels.get(row.objectKey) ?? row.objectKey) : null,
        fields: (changes as unknown as Change[]).map(({ field }) => field),
        author: people.get(authorId) ?? null,
        decidedBy: (decidedBy && people.get(decidedBy)) || null,
        isOwn: authorId === actor.id,
      })),
    }
  },
})
