import type { Tx } from '~/platform/db.server'
import type { Category, NamesByLanguage } from './category'
import { questionsOf } from './questions'

const kept = new WeakMap<object, { categories: Category[]; until: number }>()
const keepMs = 2_000

/** Every category of the town. Kept for two seconds per connection pool, never within a transaction. */
export async function readCategories(tx: Tx): Promise<Category[]> {
  const before = kept.get(tx)
  if (before && before.until > performance.now()) return before.categories
  const rows = await tx.category.findMany({ orderBy: { key: 'asc' } })
  const categories = rows.map(
    ({ groupName, name, synonyms, serviceDayKind, emergency, questions, updatedAt: _, ...row }): Category => ({
      ...row,
      groupName: groupName as NamesByLanguage,
      name: name as NamesByLanguage,
      synonyms: synonyms as Category['synonyms'],
      serviceDayKind: serviceDayKind === 'calendar' ? 'calendar' : 'working',
      emergency: emergency as NamesByLanguage,
      questions: questionsOf(questions),
    }),
  )
  kept.set(tx, { categories, until: performance.now() + keepMs })
  return categories
}

/** The category with this key; null when there is none. */
export const categoryWith = async (tx: Tx, key: string): Promise<Category | null> =>
  (await readCategories(tx)).find((category) => category.key === key) ?? null

/** Categories that a new report can have: those that residents may choose, and emergencies, which tell whom to call. */
export const choosableCategories = async (tx: Tx): Promise<Category[]> =>
  (await readCategories(tx)).filter(({ isChoosable, isEmergency }) => isChoosable || isEmergency)
