import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { nameOfCategory } from '../issues/category-name'
import { functionsOf } from '../oversight/staff-label.server'
import { administering } from './administering'
import { changesBetween } from './changes-between'

/** Everything that was changed on a category: what stood there, what stands there now, who, why, and who agreed. */
export const readCategoryHistory = defineInteraction({
  ...administering,
  roles: ['administrator', 'oversight'],
  name: 'category.read-history',
  input: z.object({ key: z.string().max(80) }),
  values: ['integrity', 'lawfulness'],
  effect: 'public-read',
  touches: {},
  async handle({ input, tx, language }) {
    const category = await tx.category.findUnique({
      where: { key: input.key },
      select: { key: true, name: true, version: true },
    })
    if (!category) throw new NotFound()
    const versions = await tx.categoryVersion.findMany({
      where: { categoryKey: input.key },
      orderBy: { version: 'desc' },
      take: 200,
    })
    return {
      category: category.key,
      label: nameOfCategory(category.name, language),
      versions: await withDifferences(tx, versions),
    }
  },
})

type Version = {
  version: number
  content: unknown
  changedBy: string | null
  approvedBy: string | null
  reason: string
  changedAt: Date
}

/** Versions, newest first, each with what it changed against the one before it. Staff by label and function. */
export async function withDifferences(tx: Tx, versions: readonly Version[]) {
  const people = await functionsOf(
    tx,
    versions.flatMap(({ changedBy, approvedBy }) => [changedBy, approvedBy]),
  )
  return versions.map(({ version, content, changedBy, approvedBy, reason, changedAt }, at) => {
    const before = versions[at + 1]
    return {
      version,
      reason,
      changedAt,
      changedBy: (changedBy && people.get(changedBy)) || null,
      approvedBy: (approvedBy && people.get(approvedBy)) || null,
      isFirst: before === undefined,
      changes: before ? changesBetween(asRecord(before.content), asRecord(content)) : [],
    }
  })
}

const asRecord = (content: unknown) =>
  typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : {}
