import { z } from 'zod'
import { plainLine } from '~/platform/plain-text'
import { InvalidInput, OutOfDate } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { languages } from '~/safeguards/vocabulary'
import type { CategoryContent } from '../categories/category-content'
import { administratorId } from './acting-administrator'
import { administering, reasonField } from './administering'
import { holdCategory } from './category-versions.server'
import { changeCategory } from './change-category.server'
import { NothingChanged } from './problems'

const column = z.record(z.string().max(80), z.string().max(200)).default({})

/** Many categories at once: one column per field, one row per category. */
export const categoryListForm = z.object({
  language: z.enum(languages),
  version: z.record(z.string().max(80), z.coerce.number().int()),
  name: column,
  group: column,
  days: column,
  radius: column,
  choosable: column,
  reason: reasonField,
})
type ListForm = z.output<typeof categoryListForm>

/** An administrator changes several categories on one screen. Each that differs becomes a version, or waits for a second person. */
export const editCategoryList = defineInteraction({
  ...administering,
  name: 'category.edit-list',
  input: categoryListForm,
  values: ['performing', 'integrity'],
  effect: 'write',
  touches: { category: ['name', 'group', 'service-days', 'radius', 'choosable'] },
  async handle({ input, tx, actor, now }) {
    const author = { authorId: administratorId(actor), reason: input.reason, now }
    const groups = await tx.category.findMany({ distinct: ['groupKey'], select: { groupKey: true, groupName: true } })
    const groupNames = new Map(
      groups.map(({ groupKey, groupName }) => [groupKey, groupName as CategoryContent['groupName']]),
    )
    const kept: string[] = []
    const waiting: string[] = []
    // In the order of keys, so that two administrators never wait for each other in a circle.
    for (const key of Object.keys(input.version).sort()) {
      const before = await holdCategory(tx, key)
      const after = rowOver(before.content, input, key, groupNames)
      const { became } = await (before.version === input.version[key]
        ? changeCategory(tx, before, after, author)
        : refuseIfDifferent(before.content, after))
      if (became === 'kept') kept.push(key)
      if (became === 'waiting') waiting.push(key)
    }
    if (kept.length + waiting.length === 0) throw new NothingChanged()
    return { kept, waiting }
  },
  about: (_, { kept, waiting }) => ({
    object: { type: 'category', ref: 'list' },
    facts: {
      kept: kept.length,
      waiting: waiting.length,
      ...(kept.length > 0 && { keys: kept.join(' ').slice(0, 200) }),
    },
  }),
})

// Somebody else changed this category meanwhile. A row that was not touched on this screen is none of their business.
async function refuseIfDifferent(now: CategoryContent, after: CategoryContent) {
  if (JSON.stringify(now) !== JSON.stringify(after)) throw new OutOfDate()
  return { became: 'same' as const }
}

function rowOver(
  content: CategoryContent,
  form: ListForm,
  key: string,
  groupNames: Map<string, CategoryContent['groupName']>,
): CategoryContent {
  const group = form.group[key] ?? content.groupKey
  const groupName = group === content.groupKey ? content.groupName : groupNames.get(group)
  if (!groupName) throw new InvalidInput({ [`group.${key}`]: 'field.choose' })
  return {
    ...content,
    groupKey: group,
    groupName,
    name: nameOver(content.name, form, key),
    serviceDays: numberIn(form.days[key], content.serviceDays, {
      least: 1,
      most: 730,
      field: `days.${key}`,
      mayBeEmpty: true,
    }),
    radiusM:
      numberIn(form.radius[key], content.radiusM, {
        least: 10,
        most: 5000,
        field: `radius.${key}`,
        mayBeEmpty: false,
      }) ?? content.radiusM,
    // A box without a tick is not sent at all, so the hidden version says that the row was on the screen.
    isChoosable: form.choosable[key] === 'yes',
  }
}

function nameOver(names: CategoryContent['name'], { name, language }: ListForm, key: string): CategoryContent['name'] {
  const typed = plainLine(name[key] ?? names[language] ?? '')
  if (typed.length > 80) throw new InvalidInput({ [`name.${key}`]: 'field.too-long' })
  const { [language]: _, ...others } = names
  if (typed === '' && Object.keys(others).length === 0) throw new InvalidInput({ [`name.${key}`]: 'field.required' })
  return typed === '' ? others : { ...names, [language]: typed }
}

type Range = { least: number; most: number; field: string; mayBeEmpty: boolean }

function numberIn(
  typed: string | undefined,
  before: number | null,
  { least, most, field, mayBeEmpty }: Range,
): number | null {
  if (typed === undefined) return before
  const text = typed.trim()
  if (text === '' && mayBeEmpty) return null
  if (!/^\d{1,5}$/.test(text)) throw new InvalidInput({ [field]: 'field.whole-number' })
  const value = Number(text)
  if (value < least || value > most)
    throw new InvalidInput({ [field]: value < least ? 'field.too-low' : 'field.too-high' })
  return value
}
