import { z } from 'zod'
import { languages } from '~/safeguards/vocabulary'
import { questionsSchema, wordsByLanguage } from './questions'

const searchWords = z.partialRecord(z.enum(languages), z.union([z.string(), z.array(z.string())]))

/** All that a version of a category says: what residents choose, how it is handled and what it asks. */
export const categoryContent = z
  .object({
    groupKey: z.string().min(1),
    groupName: wordsByLanguage(80),
    name: wordsByLanguage(80),
    synonyms: searchWords,
    pictogram: z.string(),
    department: z.string().max(120),
    radiusM: z.number().int().min(10).max(5000),
    serviceDays: z.number().int().min(1).max(730).nullable(),
    serviceDayKind: z.enum(['working', 'calendar']),
    isChoosable: z.boolean(),
    isEmergency: z.boolean(),
    emergency: z.partialRecord(z.enum(languages), z.string().max(400)),
    questions: questionsSchema,
  })
  .refine(({ isEmergency, emergency }) => !isEmergency || Object.keys(emergency).length > 0, {
    message: 'admin.field.emergency-text',
    path: ['emergency'],
  })

export type CategoryContent = z.output<typeof categoryContent>
export const categoryFields = Object.keys(categoryContent.shape) as (keyof CategoryContent)[]
