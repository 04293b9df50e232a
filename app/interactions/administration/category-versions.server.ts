import type { Prisma, Tx } from '~/platform/db.server'
import { NotFound, OutOfDate } from '~/platform/problems'
import { type CategoryContent, categoryContent, categoryFields } from '../categories/category-content'
import { listOf } from './category-form.input'
import { raiseTownVersion } from './town-version.server'

export type CategoryNow = { key: string; version: number; content: CategoryContent }

/** A category as it is, held until the act is over so that two administrators never write over each other. */
export async function holdCategory(tx: Tx, key: string): Promise<CategoryNow> {
  await tx.$queryRaw`SELECT 1 FROM category WHERE key = ${key} FOR UPDATE`
  return categoryNow(tx, key)
}

/** A category as it is. */
export async function categoryNow(tx: Tx, key: string): Promise<CategoryNow> {
  const row = await tx.category.findUnique({ where: { key } })
  if (!row) throw new NotFound()
  return { key, version: row.version, content: contentOf(row) }
}

/** What a row of the table says, in the form of a version. */
export function contentOf(row: Record<string, unknown>): CategoryContent {
  const content = Object.fromEntries(categoryFields.map((field) => [field, row[field]])) as CategoryContent
  return { ...content, synonyms: listsOf(content.synonyms) }
}

// A town may have come with one text per language; a version has a list.
const listsOf = (synonyms: CategoryContent['synonyms']): CategoryContent['synonyms'] =>
  Object.fromEntries(
    Object.entries(synonyms).map(([language, words]) => [language, typeof words === 'string' ? listOf(words) : words]),
  )

type Author = { changedBy: string; approvedBy?: string; reason: string; now: Date }

/** Makes the next version of a category: the row changes, and the version stays readable for ever. Returns its number. */
export async function writeCategoryVersion(
  tx: Tx,
  before: CategoryNow,
  content: CategoryContent,
  author: Author,
): Promise<number> {
  const { key, version } = before
  const next = version + 1
  const checked = categoryContent.parse(content)
  // A category that was never changed may have no version on record yet: what it said before is kept first.
  await tx.categoryVersion.createMany({
    skipDuplicates: true,
    data: { categoryKey: key, version, content: asJson(before.content), reason: '', changedAt: author.now },
  })
  const { count } = await tx.category.updateMany({
    where: { key, version },
    data: { ...(checked as unknown as Record<string, Prisma.InputJsonValue>), version: next, updatedAt: author.now },
  })
  if (count !== 1) throw new OutOfDate()
  await tx.categoryVersion.create({
    data: {
      categoryKey: key,
      version: next,
      content: asJson(checked),
      changedBy: author.changedBy,
      approvedBy: author.approvedBy ?? null,
      reason: author.reason,
      changedAt: author.now,
    },
  })
  await raiseTownVersion(tx, author.now)
  return next
}

const asJson = (content: CategoryContent) => content as unknown as Prisma.InputJsonValue
