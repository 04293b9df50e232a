import { canonicalText } from './canonical-text'

/** One field of a rule of the town: what stands there, and what will. */
export type Change = { field: string; before: unknown; after: unknown }

/** What differs between two versions, field by field, in the order of the first. Words are compared language by language. */
export function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>): Change[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return fields.flatMap((field) =>
    canonicalText(before[field]) === canonicalText(after[field])
      ? []
      : [{ field, before: before[field] ?? null, after: after[field] ?? null }],
  )
}

/** The changes laid over what stands there now; null when one of the fields is no longer what its author saw. */
export function applied(now: Record<string, unknown>, changes: readonly Change[]): Record<string, unknown> | null {
  const isAsSeen = changes.every(
    ({ field, before }) => canonicalText(now[field] ?? null) === canonicalText(before ?? null),
  )
  if (!isAsSeen) return null
  return { ...now, ...Object.fromEntries(changes.map(({ field, after }) => [field, after])) }
}
