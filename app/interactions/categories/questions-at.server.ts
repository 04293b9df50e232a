import type { Tx } from '~/platform/db.server'
import { type Question, questionsOf } from './questions'

/** The questions of a category as they were in a version: an answer means what was asked then, not what is asked now. */
export async function questionsAt(tx: Tx, categoryKey: string, version: number): Promise<Question[]> {
  const then = await tx.categoryVersion.findUnique({
    where: { categoryKey_version: { categoryKey, version } },
    select: { content: true },
  })
  const content = then?.content as { questions?: unknown } | null | undefined
  if (content?.questions !== undefined) return questionsOf(content.questions)
  const now = await tx.category.findUnique({ where: { key: categoryKey }, select: { questions: true } })
  return questionsOf(now?.questions ?? [])
}
