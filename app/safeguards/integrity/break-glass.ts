/** Why somebody may open contact details without a relation to the case. Oversight looks at every single use. */
export const breakGlassCategories = ['danger', 'colleague-absent', 'legal-duty', 'security-incident'] as const
export type BreakGlassCategory = (typeof breakGlassCategories)[number]

export const isBreakGlassCategory = (word: string): word is BreakGlassCategory =>
  (breakGlassCategories as readonly string[]).includes(word)

/** Long enough that another person can judge it later: five words. */
export const isBreakGlassReason = (reason: string) => (reason.match(/\p{L}{2,}/gu) ?? []).length >= 5
