import { z } from 'zod'
import { plainLine } from '~/platform/plain-text'

/** What every act and page of an administrator declares, where it is about the rules of the town and no person. */
export const administering = {
  roles: ['administrator'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
} as const

/** The same for acts about people who work for the town. */
export const managingStaff = { ...administering, purpose: 'staff-accounts' } as const

/** Why a rule is changed: a sentence that somebody else can judge later. */
export const reasonField = z
  .string()
  .transform(plainLine)
  .pipe(z.string().min(1).max(500))
  .refine((reason) => (reason.match(/\p{L}{2,}/gu) ?? []).length >= 3, { message: 'admin.field.reason-words' })

/** A tick box: there or not there. */
export const tick = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes')
