import { z } from 'zod'

/** Which issue: its reference, as somebody typed it. */
export const readIssueInput = z.object({
  ref: z
    .string()
    .trim()
    .max(40)
    .transform((typed) => typed.toUpperCase()),
})
