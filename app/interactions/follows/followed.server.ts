import type { Tx } from '~/platform/db.server'
import { NotFound } from '~/platform/problems'
import { nameOfCategory } from '../issues/category-name'

/** What can be followed: one issue, or everything new in an area, of a category, or both. */
export type Followed = { issueId: string | null; areaKey: string | null; categoryKey: string | null }
export type FollowedAsked = { ref?: string | undefined; area?: string | undefined; category?: string | undefined }

/** What somebody asks to follow, by the words of an address. Throws NotFound when it is not there. */
export async function findFollowed(tx: Tx, { ref, area, category }: FollowedAsked): Promise<Followed> {
  if (ref !== undefined) {
    const issue = await tx.issue.findFirst({ where: { ref, isHidden: false }, select: { id: true } })
    if (!issue) throw new NotFound()
    return { issueId: issue.id, areaKey: null, categoryKey: null }
  }
  const areaKey =
    area === undefined ? null : (await tx.area.findUnique({ where: { key: area }, select: { key: true } }))?.key
  const categoryKey =
    category === undefined
      ? null
      : (await tx.category.findUnique({ where: { key: category }, select: { key: true } }))?.key
  if (areaKey === undefined || categoryKey === undefined) throw new NotFound()
  if (areaKey === null && categoryKey === null) throw new NotFound()
  return { issueId: null, areaKey, categoryKey }
}

/** What is followed, in words of the reader's language: "Street light, Clarendon Street" or "Potholes, Back Bay". */
export async function wordsOfFollowed(tx: Tx, followed: Followed, language: string): Promise<string> {
  const { issueId, areaKey, categoryKey } = followed
  if (issueId) {
    const issue = await tx.issue.findUniqueOrThrow({
      where: { id: issueId },
      select: { ref: true, place: true, category: { select: { name: true } } },
    })
    const kind = nameOfCategory(issue.category.name, language)
    return `${[kind, issue.place].filter(Boolean).join(', ')} (${issue.ref})`
  }
  const area = areaKey ? await tx.area.findUnique({ where: { key: areaKey }, select: { name: true } }) : null
  const category =
    categoryKey && (await tx.category.findUnique({ where: { key: categoryKey }, select: { name: true } }))
  return [category && nameOfCategory(category.name, language), area?.name].filter(Boolean).join(', ')
}
