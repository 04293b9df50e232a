/** A question as far as conditions look at it. */
export type Conditional = { key: string; onlyIf?: { question: string; isOneOf: readonly string[] } | null | undefined }
export type Given = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * The keys of the questions that are asked, given the answers so far. A question that waits for one that is not asked
 * itself is not asked either. The same rule in the browser, where it hides fields, and on the server, which decides.
 */
export function askedKeys(questions: readonly Conditional[], given: Given): Set<string> {
  const asked = new Set<string>()
  for (const { key, onlyIf } of questions) {
    const answers = onlyIf && asked.has(onlyIf.question) ? [given[onlyIf.question] ?? []].flat() : []
    if (!onlyIf || answers.some((answer) => onlyIf.isOneOf.includes(answer))) asked.add(key)
  }
  return asked
}
