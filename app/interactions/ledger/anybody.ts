import { roles } from '~/safeguards/vocabulary'

/** What reading the ledger has in common: everybody may, and nobody is in it by name. */
export const anybodyReads = {
  roles,
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'transformative',
  phase: 'co-assess',
  values: ['integrity'],
  effect: 'public-read',
  touches: {},
} as const
