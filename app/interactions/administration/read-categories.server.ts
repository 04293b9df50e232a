import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { administering } from './administering'
import { categoryNow, contentOf } from './category-versions.server'

/** The administrator sees all categories on one screen. */
export const readCategories = defineInteraction({
  ...administering,
  name: 'category.read-list',
  input: z.object({}),
  values: ['performing'],
  effect: 'public-read',
  touches: {},
  async handle({ tx }) {
    const rows = await tx.category.findMany({ orderBy: [{ groupKey: 'asc' }, { key: 'asc' }] })
    const waiting = await tx.proposedChange.findMany({
      where: { kind: 'category', state: 'waiting' },
      select: { id: true, objectKey: true },
    })
    return {
      categories: rows.map((row) => {
        const { questions, synonyms: _, emergency: __, ...shown } = contentOf(row)
        return {
          key: row.key,
          version: row.version,
          ...shown,
          questions: Array.isArray(questions) ? questions.length : 0,
        }
      }),
      waiting: Object.fromEntries(waiting.map(({ id, objectKey }) => [objectKey, id])),
    }
  },
})

/** The administrator opens one category to change it. */
export const readCategory = defineInteraction({
  ...administering,
  name: 'category.read-one',
  input: z.object({ key: z.string().max(80) }),
  values: ['performing'],
  effect: 'public-read',
  touches: {},
  async handle({ input, tx }) {
    const category = await categoryNow(tx, input.key)
    const groups = await tx.category.findMany({
      distinct: ['groupKey'],
      orderBy: { groupKey: 'asc' },
      select: { groupKey: true, groupName: true },
    })
    const waiting = await tx.proposedChange.findFirst({
      where: { kind: 'category', objectKey: input.key, state: 'waiting' },
      select: { id: true },
    })
    return { ...category, groups, waiting: waiting?.id ?? null }
  },
})
