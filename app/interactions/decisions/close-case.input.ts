import { z } from 'zod'
import { photoAlt, photos, publicFields } from '~/interactions/cases/case-fields.input'
import { plainText } from '~/platform/plain-text'

export const outcomes = ['resolved', 'not-resolved'] as const
export type Outcome = (typeof outcomes)[number]

export const longestPart = 3000

// Empty parts come through: the check on decisions (L08) says what is missing, and a decision without reasons is on record as refused.
const part = z.string().default('').transform(plainText).pipe(z.string().max(longestPart))

/** A decision as it is sent. What to do if somebody does not agree is not typed: it is what the town has set. */
export const closeCaseInput = z.object({
  ...publicFields,
  outcome: z.enum(outcomes),
  facts: part,
  ground: part,
  reasons: part,
  files: photos,
  alt: photoAlt,
})
