import type { Tx } from '~/platform/db.server'
import type { Language } from '~/safeguards/vocabulary'
import { nameOfCategory } from '../../issues/category-name'
import { searchQuery, searchWordsIn } from '../../issues/issue-filters.server'

export type CategoryChoice = { key: string; name: string; pictogram: string; isEmergency: boolean }
export type CategoryChoices = {
  /** What people report most here, most first. */
  often: CategoryChoice[]
  groups: { key: string; name: string; categories: CategoryChoice[] }[]
  /** What was found for the words somebody typed; null when they typed none. */
  found: CategoryChoice[] | null
}

type Row = {
  key: string
  name: unknown
  group_key: string
  group_name: unknown
  pictogram: string
  is_emergency: boolean
}

const mostOften = 6

/** Everything that can be reported here, in the reader's language: by group, by what is reported most, and by everyday words. */
export async function categoryChoices(
  tx: Tx,
  version: number,
  words: string,
  language: Language,
): Promise<CategoryChoices> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT key, name, group_key, group_name, pictogram, is_emergency FROM category WHERE is_choosable ORDER BY key`
  const order = new Intl.Collator(language)
  const byName = (one: { name: string }, other: { name: string }) => order.compare(one.name, other.name)
  const choices = new Map(rows.map((row) => [row.key, choiceOf(row, language)] as const))
  const named = (keys: readonly string[]) => keys.flatMap((key) => choices.get(key) ?? [])
  const groups = new Map<string, CategoryChoices['groups'][number]>()
  for (const { key, group_key, group_name } of rows) {
    const group = groups.get(group_key) ?? {
      key: group_key,
      name: nameOfCategory(group_name, language),
      categories: [],
    }
    groups.set(group_key, { ...group, categories: [...group.categories, ...named([key])] })
  }
  return {
    often: named(await reportedMost(tx, version)).slice(0, mostOften),
    groups: [...groups.values()].map((group) => ({ ...group, categories: group.categories.sort(byName) })).sort(byName),
    found: words.trim() === '' ? null : named(await keysFor(tx, words, language)),
  }
}

const choiceOf = ({ key, name, pictogram, is_emergency }: Row, language: Language): CategoryChoice => ({
  key,
  name: nameOfCategory(name, language),
  pictogram,
  isEmergency: is_emergency,
})

/** Categories by name, group and everyday words in all languages; with a typing error, by what looks most like it. */
async function keysFor(tx: Tx, words: string, language: Language): Promise<string[]> {
  const query = searchQuery(words, language)
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT key FROM category WHERE is_choosable AND search @@ ${query} ORDER BY ts_rank(search, ${query}) DESC, key LIMIT 12`
  if (rows.length > 0) return rows.map(({ key }) => key)
  const alike = searchWordsIn(words).join(' ').toLowerCase()
  if (alike === '') return []
  const near = await tx.$queryRaw<{ key: string }[]>`
    SELECT key FROM (
      SELECT key, max(word_similarity(plain_text(${alike}), plain_text(said.words))) AS likeness
      FROM category, LATERAL (
        SELECT value AS words FROM jsonb_each_text(name) UNION ALL SELECT value FROM jsonb_each_text(synonyms)
      ) said
      WHERE is_choosable GROUP BY key) alike
    WHERE likeness >= 0.4 ORDER BY likeness DESC, key LIMIT 6`
  return near.map(({ key }) => key)
}

let kept: { version: number; keys: string[]; until: number } | undefined
const keepMs = 10 * 60_000

// Looks through every issue, so it is done once in ten minutes; the order of a list may be that old.
async function reportedMost(tx: Tx, version: number): Promise<string[]> {
  if (kept && kept.version === version && kept.until > performance.now()) return kept.keys
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT category_key AS key FROM issue WHERE NOT is_hidden
      AND category_key IN (SELECT key FROM category WHERE is_choosable AND NOT is_emergency)
    GROUP BY category_key ORDER BY count(*) DESC, category_key LIMIT ${mostOften}`
  kept = { version, keys: rows.map(({ key }) => key), until: performance.now() + keepMs }
  return kept.keys
}
