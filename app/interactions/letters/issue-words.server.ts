import type { Tx } from '~/platform/db.server'
import type { LetterValues } from './templates'

/** What a letter says about an issue: its reference, kind and place, in the reader's language. */
export type IssueWords = { ref: string; wordsIn: (language: string) => LetterValues }

/** The public facts of an issue for letters about it. */
export async function issueWords(tx: Tx, issueId: string): Promise<IssueWords> {
  const issue = await tx.issue.findUniqueOrThrow({
    where: { id: issueId },
    select: { ref: true, place: true, category: { select: { name: true } } },
  })
  const names = issue.category.name as Record<string, string>
  return {
    ref: issue.ref,
    wordsIn: (language) => ({
      ref: issue.ref,
      place: issue.place || issue.ref,
      category: names[language] ?? names.en ?? Object.values(names)[0] ?? issue.ref,
    }),
  }
}
