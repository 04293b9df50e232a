/**
 * What every act on a draft declares. The town cannot read what is in it, so nobody's data are touched and nobody has taken
 * part yet: the record says that a draft was kept, and no more.
 */
export const draftDeclaration = {
  roles: ['resident', 'civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['responsive'],
  effect: 'write',
  touches: { draft: ['sealed'] },
} as const

export const aboutDraft = () => ({ object: { type: 'draft', ref: 'draft' } })

/** The same for pages that show a draft to its writer: read with the writer's own key, so nothing to record. */
export const draftPageDeclaration = { ...draftDeclaration, effect: 'public-read', touches: {} } as const
