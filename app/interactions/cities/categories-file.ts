import { z } from 'zod'
import { questionsSchema, type WordsByLanguage, wordsByLanguage } from '../categories/questions'

const key = z.string().regex(/^[a-z][a-z0-9-]{0,79}$/)
const wordLists = z.partialRecord(z.enum(['en', 'nl', 'es', 'ar']), z.array(z.string().min(1).max(60)).max(40))

const group = z.object({
  name: wordsByLanguage(80),
  pictogram: z.string().max(40).default('other'),
  /** Groups of the source that belong here. */
  from: z.array(z.string()).default([]),
})

const category = z
  .object({
    key,
    group: key,
    /** Names in the source that mean this category; none for a category that only exists here. */
    from: z.array(z.string()).default([]),
    name: wordsByLanguage(80),
    synonyms: wordLists.default({}),
    pictogram: z.string().max(40).optional(),
    department: z.string().max(120).optional(),
    radiusM: z.number().int().min(10).max(5000).default(250),
    serviceDays: z.number().int().min(1).max(730).nullable().default(null),
    serviceDayKind: z.enum(['working', 'calendar']).default('working'),
    isChoosable: z.boolean().default(true),
    emergency: wordsByLanguage(400).optional(),
    questions: questionsSchema.default([]),
  })
  .strict()

/** `categories.json`: everyday names, questions and promises over the names that the source uses. */
export const categoriesFile = z.object({
  groups: z.record(key, group),
  categories: z.array(category),
  /** Whether types that are not named here can be chosen for a new report. */
  othersAreChoosable: z.boolean().default(false),
})
export type CategoriesFile = z.output<typeof categoriesFile>

/** A category as the town begins with it. */
export type CategoryRow = {
  key: string
  groupKey: string
  groupName: WordsByLanguage
  name: WordsByLanguage
  synonyms: Partial<Record<string, string[]>>
  pictogram: string
  department: string
  radiusM: number
  serviceDays: number | null
  serviceDayKind: 'working' | 'calendar'
  isChoosable: boolean
  isEmergency: boolean
  emergency: WordsByLanguage
  questions: unknown[]
}

/** A type of report as the source names it. */
export type SourceType = { category: string; group: string; department: string }

/** The key made of a name: "Street Light Outages" is `street-light-outages`. */
export function keyOfName(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
  return /^[a-z]/.test(words) ? words : `type-${words || hexOf(name)}`
}

// Names without a Latin letter still need a key that is the same tomorrow.
const hexOf = (name: string) =>
  [...new TextEncoder().encode(name)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 40)

/**
 * The categories of a town: those that `categories.json` names, then every other type of the source under its own name.
 * `keys` tells for each name of the source which category it became.
 */
export function categoriesFrom(types: readonly SourceType[], file: CategoriesFile | null, language: string) {
  const rows = new Map<string, CategoryRow>()
  const keys = new Map<string, string>()
  for (const { from, emergency, group, pictogram, department, ...own } of file?.categories ?? []) {
    const its = file?.groups[group]
    if (!its) throw new Error(`categories.json: ${own.key} is in the group ${group}, which is not there.`)
    if (rows.has(own.key)) throw new Error(`categories.json: ${own.key} stands there twice.`)
    const source = types.find(({ category }) => from.includes(category))
    rows.set(own.key, {
      ...own,
      groupKey: group,
      groupName: its.name,
      pictogram: pictogram ?? its.pictogram,
      department: department ?? source?.department ?? '',
      isEmergency: emergency !== undefined,
      emergency: emergency ?? {},
    })
    for (const name of from) keys.set(name, own.key)
  }
  for (const { category, group, department } of types) {
    if (keys.has(category)) continue
    const key = freeKey(keyOfName(category), rows)
    const [groupKey, its] = Object.entries(file?.groups ?? {}).find(([, { from }]) => from.includes(group)) ?? []
    rows.set(key, {
      key,
      groupKey: groupKey ?? keyOfName(group || 'other'),
      groupName: its?.name ?? { [language]: group || category },
      name: { [language]: category },
      synonyms: {},
      pictogram: its?.pictogram ?? 'other',
      department,
      radiusM: 250,
      serviceDays: null,
      serviceDayKind: 'working',
      isChoosable: file ? file.othersAreChoosable : true,
      isEmergency: false,
      emergency: {},
      questions: [],
    })
    keys.set(category, key)
  }
  return { rows: [...rows.values()], keys }
}

function freeKey(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  for (let n = 1; ; n++) {
    const key = n === 1 ? wanted : `${wanted}-${n}`
    if (!taken.has(key)) return key
  }
}
