import { z } from 'zod'
import { type IssueFilters, noFilters, periods, sorts, stateFilters } from './issue-filters-address.input'

export * from './issue-filters-address.input'

// An address is typed, copied and cut off. A part that cannot be understood is left out; the rest still answers.
const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/)
const manyOf = <Word extends string>(word: z.ZodType<Word>) =>
  z.preprocess(
    (sent) => [sent ?? []].flat().flatMap((one) => (word.safeParse(one).success ? [one] : [])),
    z.array(word).max(100).transform(distinct),
  )
const day = z.iso.date().nullable().catch(null)
const lat = z.coerce.number().min(-85).max(85)
const lng = z.coerce.number().min(-180).max(180)
const parts = (text: unknown) =>
  typeof text === 'string' ? text.split(',').map((part) => part.trim() || Number.NaN) : undefined

const point = z
  .preprocess(parts, z.tuple([lat, lng]))
  .nullable()
  .catch(null)
const box = z
  .preprocess(parts, z.tuple([lng, lat, lng, lat]))
  .refine(([west, south, east, north]) => west < east && south < north)
  .nullable()
  .catch(null)

/** How far "near" reaches when the address does not say. */
export const usualRadiusM = 500

/** The filters as they come in from an address or a form; never refuses, so that an old link keeps its meaning. */
export const issueFilters = z
  .object({
    category: manyOf(key),
    state: manyOf(z.enum(stateFilters)),
    area: manyOf(key),
    period: z.enum(periods).catch('all'),
    from: day,
    to: day,
    q: z
      .string()
      .transform((text) =>
        text
          .normalize('NFC')
          .replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ')
          .trim(),
      )
      .transform((text) => [...text].slice(0, 100).join('').trim())
      .catch(''),
    near: point,
    radius: z.coerce.number().int().min(50).max(5_000).catch(usualRadiusM),
    box,
    sort: z.enum(sorts).catch('newest'),
    after: z
      .string()
      .regex(/^[\w.-]{1,120}$/)
      .nullable()
      .catch(null),
  })
  .transform(
    ({ near, radius, ...rest }): IssueFilters => ({
      ...rest,
      near: near && { lat: near[0], lng: near[1], radiusM: radius },
    }),
  )

/** The filters that an address holds. */
export function filtersFrom(params: URLSearchParams): IssueFilters {
  const raw: Record<string, unknown> = {}
  for (const name of new Set(params.keys())) {
    const all = params.getAll(name)
    raw[name] = all.length > 1 ? all : all[0]
  }
  const parsed = issueFilters.safeParse(raw)
  return parsed.success ? parsed.data : noFilters
}

function distinct<Word>(words: Word[]): Word[] {
  return [...new Set(words)]
}
