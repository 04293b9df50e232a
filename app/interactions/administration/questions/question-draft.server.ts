import type { Prisma, Tx } from '~/platform/db.server'
import { InvalidInput, NotFound } from '~/platform/problems'
import { type Question, questionsOf, questionsSchema } from '../../categories/questions'

export type QuestionDraft = { categoryKey: string; baseVersion: number; questions: Question[]; isChanged: boolean }

/** The questions an administrator is working on; the published ones where they have not begun. */
export async function draftOf(tx: Tx, categoryKey: string, authorId: string): Promise<QuestionDraft> {
  const draft = await tx.categoryDraft.findUnique({ where: { categoryKey_authorId: { categoryKey, authorId } } })
  if (draft)
    return { categoryKey, baseVersion: draft.baseVersion, questions: questionsOf(draft.questions), isChanged: true }
  const category = await tx.category.findUnique({
    where: { key: categoryKey },
    select: { version: true, questions: true },
  })
  if (!category) throw new NotFound()
  return { categoryKey, baseVersion: category.version, questions: questionsOf(category.questions), isChanged: false }
}

/** Keeps the draft, if the questions still make sense together: a condition only looks back, to an answer that can be given. */
export async function keepDraft(
  tx: Tx,
  draft: QuestionDraft,
  authorId: string,
  questions: unknown[],
  now: Date,
): Promise<void> {
  const read = questionsSchema.safeParse(questions)
  if (!read.success) throw new InvalidInput(flawsIn(read.error.issues))
  const { categoryKey, baseVersion } = draft
  const content = { questions: read.data as unknown as Prisma.InputJsonValue, updatedAt: now }
  await tx.categoryDraft.upsert({
    where: { categoryKey_authorId: { categoryKey, authorId } },
    create: { ...content, categoryKey, authorId, baseVersion },
    update: content,
  })
}

type Issue = { path: readonly PropertyKey[]; message: string; code?: string }

// The form shows one question; what is wrong with another one concerns the list as a whole.
function flawsIn(issues: readonly Issue[]): Record<string, string> {
  const flaws: Record<string, string> = {}
  for (const { path, message, code } of issues) {
    const [, field = 'form'] = path
    const word = /^[a-z-]+\.[a-z-]+/.test(message) ? message : (words[code ?? ''] ?? 'field.invalid')
    flaws[fieldNames[String(field)] ?? String(field)] ??= word
  }
  return flaws
}

const words: Record<string, string> = {
  too_big: 'field.too-long',
  too_small: 'field.required',
  invalid_type: 'field.required',
}
const fieldNames: Record<string, string> = {
  label: 'label.en',
  hint: 'hint.en',
  choices: 'choice',
  onlyIf: 'condition',
}
