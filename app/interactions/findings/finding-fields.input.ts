import { z } from 'zod'
import { plainText } from '~/platform/plain-text'
import { languages } from '~/safeguards/vocabulary'
import { verdicts } from './kinds'

export const longestText = 2000

/** Which finding, and the version that was on the screen. */
export const findingFields = { id: z.string().max(60), version: z.coerce.number().int() }

/** A text that somebody can judge later: three words at least. */
export const reasons = z
  .string()
  .transform(plainText)
  .pipe(z.string().min(1).max(longestText))
  .refine((text) => (text.match(/\p{L}{2,}/gu) ?? []).length >= 3, { message: 'finding.field.more-words' })

/** A resident's own words about a look. */
export const question = z.string().transform(plainText).pipe(z.string().min(1).max(longestText))

export const lineId = z.string().regex(/^\d{1,18}$/)
export const verdict = z.enum(verdicts)
export const language = z.enum(languages)
export const askedTo = z.enum(['person', 'unit'])
