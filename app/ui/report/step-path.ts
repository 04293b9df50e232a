/** The pages of the form, and where each stands in the address. */
export type FormStep = 'place' | 'category' | 'nearby' | 'details' | 'photos' | 'contact' | 'check'

export const stepPath = (step: FormStep): string => `/issues/new/${step}`

// The look at issues nearby belongs to the question what it is: people count questions, not pages.
const numbers: Record<FormStep, number> = {
  place: 1,
  category: 2,
  nearby: 2,
  details: 3,
  photos: 4,
  contact: 5,
  check: 6,
}
export const stepNumber = (step: FormStep): number => numbers[step]
export const stepCount = 6
export const stepName = (step: FormStep): string => (step === 'nearby' ? 'category' : step)
