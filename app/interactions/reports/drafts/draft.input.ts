import { z } from 'zod'
import { plainLine } from '~/platform/plain-text'
import {
  categoryKey,
  contactFields,
  description,
  draftToken,
  longestAlt,
  privacy,
  sentFiles,
  tick,
} from '../report-issue.input'

/** The draft that a page shows: the one whose key this browser holds, if any. */
export const draftPageInput = z.object({ draftToken: draftToken.optional() })

/** A place from a list: one answer, `42.35,-71.08`. From the map it comes as two numbers. */
export const point = z
  .string({ error: 'report.field.place' })
  .regex(/^-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?$/, 'report.field.place')
  .transform((text) => {
    const [lat = 0, lng = 0] = text.split(',').map(Number)
    return { lat, lng }
  })
  .refine(({ lat, lng }) => Math.abs(lat) <= 85 && Math.abs(lng) <= 180, 'report.field.place')

export const keepPlaceInput = z.preprocess(
  (sent) => (hasNumbers(sent) ? { ...sent, point: `${sent.lat},${sent.lng}` } : sent),
  z.object({ draftToken, point }),
)

export const keepCategoryInput = z.object({
  draftToken,
  category: z.string({ error: 'report.field.category' }).pipe(categoryKey),
})

export const keepOtherInput = z.object({ draftToken })

export const keepDetailsInput = z.object({
  draftToken,
  description,
  answers: z.record(z.string(), z.unknown()).default({}),
  privacy,
})

const fileKey = z.string().regex(/^drafts\/[a-f0-9/]+\.bin$/)
const alt = z.string().transform(plainLine).pipe(z.string().max(longestAlt))

export const keepPhotosInput = z.object({
  draftToken,
  files: sentFiles,
  /** What can be seen, by the number of the photo: `alts.0`. */
  alts: z.partialRecord(z.enum(['0', '1', '2']), alt).default({}),
  remove: fileKey.optional(),
  /** Show the page again, with what was added. */
  stay: tick,
})

export const keepContactInput = z.object({ draftToken, ...contactFields })

export const forgetDraftInput = z.object({ draftToken: draftToken.optional() })

function hasNumbers(sent: unknown): sent is Record<'lat' | 'lng', string> {
  const { lat, lng } = (sent ?? {}) as Record<string, unknown>
  return [lat, lng].every((value) => typeof value === 'string' && value !== '')
}
