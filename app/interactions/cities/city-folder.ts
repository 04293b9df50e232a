import { z } from 'zod'
import { wordsByLanguage } from '../categories/questions'
import { townSettings } from '../town/settings'

/** A condition on one column: its value is, or is not, one of these. */
const condition = z
  .object({ column: z.string().min(1), in: z.array(z.string()).optional(), notIn: z.array(z.string()).optional() })
  .refine((rule) => rule.in !== undefined || rule.notIn !== undefined, { message: 'needs "in" or "notIn"' })
const conditions = z.array(condition).default([])
export type Condition = z.output<typeof condition>

const fileName = z.string().regex(/^(?!.*\.\.)[\w][\w./-]*$/, 'is not the name of a file in the folder')
const column = z.string().min(1).optional()

const indicator = z.object({
  column: z.string().min(1),
  label: wordsByLanguage(120),
  unit: z.string().max(12).default(''),
  better: z.enum(['high', 'low']).optional(),
})

/** `city.json`: what a folder with the reports of a city says about itself. Every file but the reports may be missing. */
export const cityFolder = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  name: z.string().min(1).max(80),
  country: z.string().regex(/^[A-Z]{2}$/),
  timezone: z.string().refine(isTimezone, 'is not a time zone'),
  /** The first one is the language of the town's own names. */
  languages: z.array(z.enum(['en', 'nl', 'es', 'ar'])).min(1),
  refPrefix: z
    .string()
    .regex(/^[A-Z]{2,4}$/)
    .optional(),
  attribution: z.string().max(300).default(''),
  settings: townSettings.prefault({}),
  files: z.object({
    reports: fileName,
    areas: fileName.optional(),
    census: fileName.optional(),
    streets: fileName.optional(),
    addresses: fileName.optional(),
    intersections: fileName.optional(),
    landmarks: fileName.optional(),
    categories: fileName.optional(),
    basemap: z.array(fileName).default([]),
  }),
  reports: z.object({
    columns: z.object({
      id: z.string().min(1),
      category: z.string().min(1),
      createdAt: z.string().min(1),
      group: column,
      department: column,
      latitude: column,
      longitude: column,
      street: column,
      number: column,
      postcode: column,
      dueAt: column,
      closedAt: column,
      status: column,
      outcome: column,
      channel: column,
      language: column,
      area: column,
    }),
    /** How dates are written: 2015-01-31, 01/31/2015 or 31/01/2015, each with or without a time. */
    dates: z.enum(['iso', 'month-first', 'day-first']).default('iso'),
    /** Values of the status column that mean something other than their own word. */
    statuses: z.record(z.string(), z.enum(['open', 'in-progress', 'closed'])).default({}),
    /** Outcomes of closed reports with which the town did not do what was asked. */
    notResolved: z.array(z.string()).default([]),
    /** The city's names of channels, as ours. */
    channels: z.record(z.string(), z.string()).default({}),
    unplaced: conditions,
    duplicates: conditions,
    analyse: conditions,
    /** More columns to keep with each report, for analyses. */
    keep: z.array(z.string()).max(10).default([]),
    observedUntil: z.iso.datetime({ offset: true }).optional(),
    /** Share of rows that may be unreadable before the whole import is refused. */
    maximumRejectedShare: z.number().min(0).max(1).default(0.05),
  }),
  areas: z.object({ key: z.string().min(1).default('key'), name: z.string().min(1).default('name') }).prefault({}),
  census: z
    .object({
      key: z.string().min(1).default('key'),
      population: z.string().min(1).default('population'),
      include: conditions,
      /** Areas with fewer residents stay out of analyses. */
      minimumPopulation: z.number().int().min(0).default(0),
      order: z.string().optional(),
      source: z.string().default(''),
      year: z.number().int().optional(),
      indicators: z.array(indicator).default([]),
    })
    .prefault({}),
})

export type CityFolder = z.output<typeof cityFolder>

/** Whether a row meets every condition. A column that the file lacks is empty. */
export const meets = (row: Readonly<Record<string, string>>, all: readonly Condition[]): boolean =>
  all.every((rule) => {
    const value = row[rule.column] ?? ''
    return (rule.in?.includes(value) ?? true) && !(rule.notIn?.includes(value) ?? false)
  })

/** Whether a row carries any of these marks; an empty list marks nothing. */
export const isMarked = (row: Readonly<Record<string, string>>, marks: readonly Condition[]): boolean =>
  marks.some((mark) => meets(row, [mark]))

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
