import { z } from 'zod'
import { plainLine, plainText } from '~/platform/plain-text'
import { languages } from '~/safeguards/vocabulary'

export const longestMessage = 2000

/** Which case, as its reference stands in the address. */
export const ref = z.string().min(1).max(40)

/** The case as the form's reader saw it. */
export const version = z.string().regex(/^\d{1,20}$/)

/** Which case an act is about, and the version that was on the screen. */
export const caseFields = { ref, version }

export const text = z.string().transform(plainText).pipe(z.string().min(1).max(longestMessage))
export const optionalText = z.string().default('').transform(plainText).pipe(z.string().max(longestMessage))

/** Ticked or not. */
export const tick = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes')

/** What can be seen on them, for people who cannot see it. */
export const photoAlt = z.string().default('').transform(plainLine).pipe(z.string().max(200))

/** Photos that the town adds, such as one of the work that was done. */
export { sentFiles as photos } from '../reports/report-issue.input'

/** What is published about a case: in which language, and whether its writer keeps words that a check warned about. */
export const publicFields = { ...caseFields, language: z.enum(languages), keepsText: tick }
