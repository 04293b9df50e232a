import path from 'node:path'
import type { Area } from '../places/areas.server'
import { type Bounds, boundsOfPolygons, polygonsOf } from '../places/polygons'
import { BadCity, jsonAt, type OpenCity } from './city-files.server'
import { meets } from './city-folder'
import { allRows, type Row } from './csv.server'

/** An area of the town with what the census says about it. */
export type TownArea = Area & {
  outline: { type: string; coordinates: unknown }
  population: number | null
  isInAnalysis: boolean
  indicators: Record<string, number>
}

/** The areas of a city folder; none when it has no such file. Throws BadCity when an area cannot be drawn or has no key. */
export async function townAreas(open: OpenCity): Promise<TownArea[]> {
  const file = open.fileOf('areas')
  if (file === null) return []
  const { features } = (await jsonAt(file)) as { features?: unknown }
  if (!Array.isArray(features) || features.length === 0) throw new BadCity(`${path.basename(file)} has no features.`)
  const census = await censusOf(open)
  const names = open.city.areas
  const areas = features.map((feature: { properties?: Record<string, unknown>; geometry?: unknown }, at) => {
    const key = String(feature.properties?.[names.key] ?? '')
    if (!/^[A-Za-z0-9][\w-]{0,79}$/.test(key))
      throw new BadCity(`${path.basename(file)}: feature ${at + 1} has no "${names.key}".`)
    const polygons = polygonsOf(feature.geometry)
    if (!polygons) throw new BadCity(`${path.basename(file)}: ${key} is no polygon.`)
    return {
      key: key.toLowerCase(),
      name: String(feature.properties?.[names.name] ?? key),
      polygons,
      bounds: boundsOfPolygons(polygons),
      outline: feature.geometry as TownArea['outline'],
      ...censusFor(census.get(key.toLowerCase()), open),
    }
  })
  const twice = areas.find(({ key }, at) => areas.findIndex((area) => area.key === key) !== at)
  if (twice) throw new BadCity(`${path.basename(file)}: ${twice.key} stands there twice.`)
  return areas
}

/** [west, south, east, north] around all areas. */
export function boundsOfAreas(areas: readonly { bounds: Bounds }[]): Bounds | null {
  if (areas.length === 0) return null
  const side = (at: 0 | 1 | 2 | 3, pick: (...n: number[]) => number) => pick(...areas.map(({ bounds }) => bounds[at]))
  return [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)]
}

async function censusOf(open: OpenCity): Promise<Map<string, Row>> {
  const file = open.fileOf('census')
  if (file === null) return new Map()
  const { rows } = await allRows(file)
  const { key } = open.city.census
  if (rows[0] && !(key in rows[0])) throw new BadCity(`${path.basename(file)} has no column "${key}".`)
  return new Map(rows.map((row) => [(row[key] ?? '').trim().toLowerCase(), row]))
}

// Without a census row nothing can be said per resident, so the area stays out of analyses instead of counting as nought.
function censusFor(
  row: Row | undefined,
  { city }: OpenCity,
): Pick<TownArea, 'population' | 'isInAnalysis' | 'indicators'> {
  if (!row) return { population: null, isInAnalysis: false, indicators: {} }
  const { population: column, include, minimumPopulation, indicators } = city.census
  const population = numberIn(row[column])
  const known = indicators.flatMap((one): [string, number][] => {
    const value = numberIn(row[one.column])
    return value === null ? [] : [[one.column, value]]
  })
  return {
    population: population === null ? null : Math.round(population),
    isInAnalysis: meets(row, include) && population !== null && population >= Math.max(1, minimumPopulation),
    indicators: Object.fromEntries(known),
  }
}

function numberIn(text: string | undefined): number | null {
  const number = text?.trim() ? Number(text) : Number.NaN
  return Number.isFinite(number) ? number : null
}
