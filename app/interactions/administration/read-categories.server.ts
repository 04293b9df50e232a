import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { nameOfCategory } from '../issues/category-name'
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
  async handle({ tx, language }) {
    const rows = await tx.category.findMany({ orderBy: [{ groupKey: 'asc' }, { key: 'asc' }] })
    const waiting = await tx.proposedChange.findMany({
      where: { kind: 'category', state: 'waiting' },
      select: { id: true, objectKey: true },
    })
    return {
      groups: groupsOf(rows, language),
      categories: rows.map((row) => {
        const { name, groupName, serviceDays, radiusM, isChoosable, isEmergency, questions } = contentOf(row)
        return {
          key: row.key,
          version: row.version,
          label: nameOfCategory(name, language),
          groupLabel: nameOfCategory(groupName, language),
          name: name[language] ?? '',
          serviceDays,
          radiusM,
          isChoosable,
          isEmergency,
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
  async handle({ input, tx, language }) {
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
    return {
      category: category.key,
      version: category.version,
      label: nameOfCategory(category.content.name, language),
      content: category.content,
      groups: groupsOf(groups, language),
      waiting: waiting?.id ?? null,
    }
  },
})

// A group is what its categories say it is; the first one names it.
function groupsOf(rows: readonly { groupKey: string; groupName: unknown }[], language: string) {
  const named = new Map<string, string>()
  for (const { groupKey, groupName } of rows)
    if (!named.has(groupKey)) named.set(groupKey, nameOfCategory(groupName, language) || groupKey)
  return [...named].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, language))
}
