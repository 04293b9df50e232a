/** Whether the record about one person is whole: how many acts it counts, and which numbers of 1 to n are not there. */
export type Completeness = { counted: number; missing: number[] }

/**
 * The holes in a person's numbers. `counter` is what the platform says it counted; a number above it counts too, because a
 * counter that was set back must not hide what is there.
 */
export function holesIn(numbers: readonly number[], counter: number): Completeness {
  const there = new Set(numbers)
  const counted = numbers.reduce((highest, n) => Math.max(highest, n), counter)
  const missing = Array.from({ length: counted }, (_, at) => at + 1).filter((n) => !there.has(n))
  return { counted, missing }
}

/** Numbers as people write them: "3, 7–9, 12" as pairs of first and last. */
export function rangesOf(numbers: readonly number[]): [first: number, last: number][] {
  const ranges: [number, number][] = []
  for (const n of numbers) {
    const last = ranges.at(-1)
    if (last && last[1] === n - 1) last[1] = n
    else ranges.push([n, n])
  }
  return ranges
}
