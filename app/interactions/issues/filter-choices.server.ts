import type { Tx } from '~/platform/db.server'
import type { Language } from '~/safeguards/vocabulary'
import { nameOfCategory } from './category-name'

export type Choice = { key: string; name: string }
/** Kinds of issues under the heads of their groups, and the neighbourhoods: what the filters offer. */
export type FilterChoices = { groups: { name: string; categories: Choice[] }[]; areas: Choice[] }

type Kept = { choices: Map<string, FilterChoices>; until: number }
const kept = new WeakMap<object, Kept>()
const keepMs = 10_000

/** Every category and area in the reader's language, in the order of its alphabet. Kept for ten seconds. */
export async function filterChoices(tx: Tx, language: Language): Promise<FilterChoices> {
  let before = kept.get(tx)
  if (!before || before.until < performance.now()) {
    before = { choices: new Map(), until: performance.now() + keepMs }
    kept.set(tx, before)
  }
  const known = before.choices.get(language)
  if (known) return known
  const choices = await readChoices(tx, language)
  before.choices.set(language, choices)
  return choices
}

async function readChoices(tx: Tx, language: Language): Promise<FilterChoices> {
  const [categories, areas] = await Promise.all([
    tx.category.findMany({ select: { key: true, name: true, groupKey: true, groupName: true } }),
    tx.area.findMany({ select: { key: true, name: true } }),
  ])
  const order = new Intl.Collator(language)
  const byName = (one: { name: string }, other: { name: string }) => order.compare(one.name, other.name)
  const groups = new Map<string, FilterChoices['groups'][number]>()
  for (const { key, name, groupKey, groupName } of categories) {
    const group = groups.get(groupKey) ?? { name: nameOfCategory(groupName, language), categories: [] }
    group.categories.push({ key, name: nameOfCategory(name, language) })
    groups.set(groupKey, group)
  }
  for (const group of groups.values()) group.categories.sort(byName)
  return { groups: [...groups.values()].sort(byName), areas: areas.sort(byName) }
}
