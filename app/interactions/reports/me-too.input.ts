import { z } from 'zod'
import {
  contactFields,
  description,
  draftToken,
  humanFields,
  latitude,
  longitude,
  privacy,
  sentFiles,
} from './report-issue.input'

/** How a reference looks in an address. */
export const reference = z
  .string()
  .transform((typed) => typed.toUpperCase())
  .pipe(z.string().regex(/^[A-Z]{2,4}-[0-9A-Z]{2,8}(-[0-9A-Z]{2,8})?$/))

/** "I see it too": a report of its own of an issue that is known. All but the issue may stay empty. */
export const meTooInput = z.object({
  ref: reference,
  description,
  ...contactFields,
  privacy,
  channel: z.enum(['web', 'phone', 'desk', 'staff']).default('web'),
  files: sentFiles,
  /** Where the person put their pin, when they came from the form. */
  lat: latitude.optional(),
  lng: longitude.optional(),
  draftToken: draftToken.optional(),
  ...humanFields,
})
export type MeTooInput = z.output<typeof meTooInput>
