import { z } from 'zod'
import { plainLine } from '~/platform/plain-text'
import { mandateActs } from '~/safeguards/vocabulary'

const listed = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat())
const keys = listed.pipe(z.array(z.string().max(80)).max(500)).default([])
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'field.date')
  .refine((date) => !Number.isNaN(Date.parse(date)), { message: 'field.date' })

/** A mandate as it is granted: which acts, for which categories and areas (none chosen: all), from which day to which. */
export const mandateForm = z
  .object({
    id: z.uuid(),
    acts: listed.pipe(z.array(z.enum(mandateActs)).min(1)),
    categories: keys,
    areas: keys,
    from: day,
    until: day,
    ground: z.string().transform(plainLine).pipe(z.string().min(1).max(300, 'field.too-long')),
  })
  .refine(({ from, until }) => until >= from, { message: 'admin.field.period', path: ['until'] })
