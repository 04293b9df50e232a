import { z } from 'zod'
import type { Prisma, Tx } from '~/platform/db.server'
import { defineInteraction } from '~/safeguards/door.server'
import { categoryFields } from '../categories/category-content'
import { type BasemapLayer, storeBasemap } from '../map/basemap.server'
import { factsOfBatch, noteBatch, objectOfBatch, raiseVersion } from './batch-record.server'
import type { CategoryRow } from './categories-file'
import type { CityFolder } from './city-folder'
import { sourceOfBatch } from './prepared-row'

/** An area as it is stored. */
export type AreaRow = {
  key: string
  name: string
  outline: unknown
  bounds: number[]
  population: number | null
  isInAnalysis: boolean
  indicators: Record<string, number>
}

type TownContent = {
  city: CityFolder
  bounds: number[] | null
  outline: unknown
  census: object
  areas: AreaRow[]
  categories: CategoryRow[]
  basemap: BasemapLayer[]
}

const ours = <Value>() => z.custom<Value>((value) => typeof value === 'object' && value !== null)

/**
 * An operator gives the platform its town: outline, areas with their census figures, categories and base map. What the
 * administrator has set since (categories, wordings, contact) stays as it is when the same city is loaded again.
 */
export const setUpCity = defineInteraction({
  name: 'city.set-up',
  input: z.object({ source: sourceOfBatch, content: ours<TownContent>() }),
  roles: ['system'],
  purpose: 'imported-history',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['performing', 'equality', 'integrity'],
  effect: 'write',
  touches: { town: ['outline', 'areas', 'census', 'basemap'], category: ['names', 'questions'] },

  async handle({ input: { source, content }, tx, now }) {
    const { city, areas, categories, basemap } = content
    if (!(await noteBatch(tx, source, { reports: 0, issues: 0, rejected: 0 }, now)))
      return { isNew: false, newCategories: 0 }
    await putTown(tx, content, now)
    await putAreas(tx, areas)
    const newCategories = await putCategories(tx, categories, `Loaded from the folder of ${city.name}.`, now)
    await storeBasemap(tx, basemap)
    return { isNew: true, newCategories }
  },

  about: ({ source, content }, { newCategories }) => ({
    object: objectOfBatch(source),
    facts: {
      ...factsOfBatch(source, { reports: 0, issues: 0, rejected: 0 }),
      areas: content.areas.length,
      categories: newCategories,
    },
  }),
})

// A folder without areas says nothing about where the town ends, so what is known stays; the first time its reports tell.
async function putTown(tx: Tx, { city, bounds, outline, census }: TownContent, now: Date) {
  const { key, name, country, timezone, languages, attribution } = city
  const before = await tx.town.findUnique({ where: { id: 1 }, select: { key: true } })
  if (before && before.key !== key)
    throw new Error(`This database belongs to ${before.key}. Another city needs a database of its own.`)
  await tx.$executeRaw`
    INSERT INTO town (id, key, name, country, timezone, languages, ref_prefix, attribution, bounds, outline, census, settings, updated_at)
    VALUES (1, ${key}, ${name}, ${country}, ${timezone}, ${languages}::text[], ${prefixOf(city)}, ${attribution},
      ${bounds}::double precision[], ${outline === null ? null : JSON.stringify(outline)}::jsonb, ${JSON.stringify(census)}::jsonb,
      ${JSON.stringify(city.settings)}::jsonb, ${now})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, country = excluded.country, timezone = excluded.timezone,
      languages = excluded.languages, attribution = excluded.attribution, census = excluded.census,
      bounds = CASE WHEN excluded.outline IS NULL THEN coalesce(town.bounds, excluded.bounds) ELSE excluded.bounds END,
      outline = coalesce(excluded.outline, town.outline)`
  await raiseVersion(tx, now)
}

/** What references begin with. */
export const prefixOf = ({ refPrefix, key }: CityFolder): string =>
  refPrefix ??
  key
    .replace(/[^a-z]/g, '')
    .slice(0, 3)
    .toUpperCase()
    .padEnd(2, 'X')

async function putAreas(tx: Tx, areas: readonly AreaRow[]) {
  await tx.$executeRaw`
    INSERT INTO area (key, name, outline, bounds, population, is_in_analysis, indicators)
    SELECT key, name, outline, ARRAY(SELECT jsonb_array_elements_text(bounds)::double precision), population, "isInAnalysis", indicators
    FROM jsonb_to_recordset(${JSON.stringify(areas)}::jsonb)
      AS a(key text, name text, outline jsonb, bounds jsonb, population integer, "isInAnalysis" boolean, indicators jsonb)
    ON CONFLICT (key) DO UPDATE SET name = excluded.name, outline = excluded.outline, bounds = excluded.bounds,
      population = excluded.population, is_in_analysis = excluded.is_in_analysis, indicators = excluded.indicators`
}

// A category that the administrator changed is the town's own and stays; one that only imports have written follows the folder.
async function putCategories(tx: Tx, categories: readonly CategoryRow[], reason: string, now: Date): Promise<number> {
  const known = await tx.category.findMany()
  const changedByPeople = await tx.categoryVersion.findMany({
    where: { changedBy: { not: null } },
    select: { categoryKey: true },
    distinct: ['categoryKey'],
  })
  const theirs = new Set(changedByPeople.map(({ categoryKey }) => categoryKey))
  const versions = new Map(known.map(({ key, version }) => [key, version]))
  const contents = new Map(known.map((row) => [row.key, contentOf(row as unknown as CategoryRow)]))
  const put = categories.filter((row) => !theirs.has(row.key) && contents.get(row.key) !== contentOf(row))
  const fresh = put.filter(({ key }) => !versions.has(key))
  await tx.category.createMany({ data: fresh.map((row) => ({ ...asStored(row), updatedAt: now })) })
  for (const row of put.filter(({ key }) => versions.has(key))) {
    const { key, ...content } = asStored(row)
    await tx.category.update({ where: { key }, data: { ...content, version: { increment: 1 }, updatedAt: now } })
  }
  await tx.categoryVersion.createMany({
    data: put.map(({ key, ...content }) => ({
      categoryKey: key,
      version: (versions.get(key) ?? 0) + 1,
      content: content as unknown as Prisma.InputJsonValue,
      reason,
      changedAt: now,
    })),
  })
  return put.length
}

const asStored = ({ questions, ...row }: CategoryRow) => ({ ...row, questions: questions as Prisma.InputJsonValue })

// The database keeps objects in an order of its own, so both sides are written in the same one.
const contentOf = (row: CategoryRow): string =>
  JSON.stringify(
    categoryFields.map((field) => row[field]),
    (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
        : value,
  )
