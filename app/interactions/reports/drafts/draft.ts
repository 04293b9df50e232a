import type { Language } from '~/safeguards/vocabulary'

export type DraftPhoto = { key: string; width: number; height: number; alt: string }

/** Another place than the one chosen, by a photo's own words: here until its writer says which is right, and then gone. */
export type PhotoPlace = { key: string; lat: number; lng: number; words: string; metres: number }

export type DraftContact = {
  name: string
  email: string
  phone: string
  isNamePublic: boolean
  mayShareContact: boolean
  wantsNews: boolean
  letterLanguage: Language | null
  noticeVersion: string
  noticeLanguage: Language
}

/** A report that is not sent yet, as far as its writer came. What was typed stays, also when a later answer changes its meaning. */
export type Draft = {
  /** The key under which this draft is sent: however often that is tried, one report comes of it. */
  once: string
  /** The report that came of it. Kept for a while, for whoever lost the answer on the way. */
  sentAs: string | null
  place: { lat: number; lng: number; words: string } | null
  category: string | null
  /** The person looked at the issues nearby and said that theirs is another one. */
  isOther: boolean
  details: {
    /** The category whose questions were answered; another one asks others. */
    category: string
    description: string
    answers: Record<string, string | string[]>
    keptSensitiveText: boolean
  } | null
  photos: DraftPhoto[]
  hasSeenPhotos: boolean
  photoPlace: PhotoPlace | null
  /** The writer was asked, and kept the place they chose: no photo asks again. */
  isPlaceSure: boolean
  contact: DraftContact | null
}

export const newDraft = (once: string): Draft => ({
  once,
  sentAs: null,
  place: null,
  category: null,
  isOther: false,
  details: null,
  photos: [],
  hasSeenPhotos: false,
  photoPlace: null,
  isPlaceSure: false,
  contact: null,
})

/** The pages of the form, in the order in which a person meets them. */
export const steps = ['place', 'category', 'nearby', 'details', 'photos', 'contact', 'check'] as const
export type Step = (typeof steps)[number]

/** The first page that is not answered yet: nobody gets past it, and whoever comes back goes on there. */
export function nextStep(draft: Draft): Step {
  if (!draft.place) return 'place'
  if (!draft.category) return 'category'
  if (!draft.isOther) return 'nearby'
  if (draft.details?.category !== draft.category) return 'details'
  if (!draft.hasSeenPhotos) return 'photos'
  return draft.contact ? 'check' : 'contact'
}

/** Whether this page may be shown yet. */
export const isReached = (draft: Draft, step: Step): boolean => steps.indexOf(step) <= steps.indexOf(nextStep(draft))

export const isEmpty = (draft: Draft): boolean => draft.place === null && draft.category === null
