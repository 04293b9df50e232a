export { breakGlassCategories } from '~/safeguards/integrity/break-glass'

/** For which of the purposes on record somebody may open contact details; the first is the usual one. */
export const contactPurposes = ['answer-resident', 'handle-report'] as const
