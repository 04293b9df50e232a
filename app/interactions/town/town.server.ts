import type { Tx } from '~/platform/db.server'
import { type TownSettings, townSettings } from './settings'

export type Town = {
  key: string
  name: string
  country: string
  timezone: string
  languages: string[]
  refPrefix: string
  attribution: string
  /** [west, south, east, north] */
  bounds: [number, number, number, number] | null
  outline: unknown
  census: unknown
  version: number
  settings: TownSettings
}

type Kept = { town: Town; until: number }
const kept = new WeakMap<object, Kept>()
const keepMs = 2_000

/** The town of this database; null before a city was loaded. Kept for two seconds per connection pool, never within a transaction. */
export async function townOrNull(tx: Tx): Promise<Town | null> {
  const before = kept.get(tx)
  if (before && before.until > performance.now()) return before.town
  const row = await tx.town.findUnique({ where: { id: 1 } })
  if (!row) return null
  const { bounds, settings, outline, census, ...plain } = row
  const [west, south, east, north] = bounds
  const town: Town = {
    ...plain,
    outline,
    census,
    bounds:
      west !== undefined && south !== undefined && east !== undefined && north !== undefined
        ? [west, south, east, north]
        : null,
    settings: townSettings.parse(settings),
  }
  kept.set(tx, { town, until: performance.now() + keepMs })
  return town
}

/** The town of this database. Throws when no city was loaded: then there is nothing to do here. */
export async function townOf(tx: Tx): Promise<Town> {
  const town = await townOrNull(tx)
  if (!town) throw new Error('No city has been loaded yet. Load one with: npm run city -- import DIR')
  return town
}
