type Kept = { answer: Promise<string>; until: number }

/** Answers by what was asked, the newest so many of them, for each database apart. The same question at the same time is asked once. */
export function keptAnswers({ most }: { most: number }) {
  const stores = new WeakMap<object, Map<string, Kept>>()

  return function answerTo(
    owner: object,
    question: string,
    forMs: number,
    find: () => Promise<string>,
  ): Promise<string> {
    const store = stores.get(owner) ?? new Map<string, Kept>()
    stores.set(owner, store)
    const before = store.get(question)
    // Put at the end again: what nobody asks for goes first.
    store.delete(question)
    if (before && before.until > performance.now()) {
      store.set(question, before)
      return before.answer
    }
    const answer = find()
    store.set(question, { answer, until: performance.now() + forMs })
    answer.catch(() => store.delete(question))
    for (const oldest of store.keys()) {
      if (store.size <= most) break
      store.delete(oldest)
    }
    return answer
  }
}
