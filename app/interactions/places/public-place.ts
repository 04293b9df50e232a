import { roles } from '~/safeguards/vocabulary'

/** What all questions about places have in common: anybody may ask, and nothing is kept of it but a count. */
export const publicPlace = {
  roles,
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['responsive', 'equality'],
  effect: 'public-read',
  touches: {},
} as const
