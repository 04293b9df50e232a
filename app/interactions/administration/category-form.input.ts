import { z } from 'zod'
import { plainLine, plainText } from '~/platform/plain-text'
import { languages } from '~/safeguards/vocabulary'
import { reasonField, tick } from './administering'

const typed = (longest: number) => z.string().transform(plainLine).pipe(z.string().max(longest, 'field.too-long'))

/** Words by language as a form sends them: an empty one is a language without its own words. */
export const typedWords = (longest: number) =>
  z
    .partialRecord(z.enum(languages), typed(longest))
    .default({})
    .transform((words) => Object.fromEntries(Object.entries(words).filter(([, text]) => text !== '')))

/** A whole number that may be left empty. */
export const optionalNumber = (least: number, most: number) =>
  z
    .string()
    .trim()
    // Only digits: a number in another spelling, such as 1e3, is a slip of the keyboard.
    .transform((text) => (text === '' ? null : /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN))
    .pipe(
      z
        .number('field.number')
        .int('field.whole-number')
        .min(least, 'field.too-low')
        .max(most, 'field.too-high')
        .nullable(),
    )

const searchWords = z
  .partialRecord(z.enum(languages), z.string().max(2000, 'field.too-long'))
  .default({})
  .transform((words) =>
    Object.fromEntries(
      Object.entries(words)
        .map(([language, text]) => [language, listOf(text ?? '')] as const)
        .filter(([, list]) => list.length > 0),
    ),
  )

/** Words as people type a list: with commas or on lines of their own. */
export const listOf = (text: string): string[] =>
  [
    ...new Set(
      plainText(text)
        .split(/[\n,،;]+/u)
        .map((word) => plainLine(word).slice(0, 60))
        .filter(Boolean),
    ),
  ].slice(0, 40)

/** One category as the administrator edits it; its questions have a page of their own. */
export const categoryForm = z.object({
  key: z.string().max(80),
  version: z.coerce.number().int(),
  name: typedWords(80),
  groupKey: z.string().max(80),
  newGroup: typedWords(80),
  synonyms: searchWords,
  pictogram: z.string().max(40),
  department: typed(120),
  radiusM: optionalNumber(10, 5000),
  serviceDays: optionalNumber(1, 730),
  serviceDayKind: z.enum(['working', 'calendar']),
  isChoosable: tick,
  isEmergency: tick,
  emergency: typedWords(400),
  reason: reasonField,
})
