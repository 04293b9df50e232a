import { type ClusterAnswer, type IssueCluster, mostPinsOf } from '~/map/cluster-answer'
import type { Tile } from '~/map/quadkey'
import type { Tx } from '~/platform/db.server'
import { translate } from '~/platform/words.server'
import type { Language } from '~/safeguards/vocabulary'
import type { IssueFilters } from '../issues/issue-filters.input'
import { areCounted, type CellCount, cellsIn } from './issue-cells.server'
import { pinsIn, pinsOf } from './issue-pins.server'

type Asked = { now: Date; language: Language; overrides?: Record<string, string> }

/** What a square of the map shows: each issue where there are few, else how many there are in each of its cells. */
export async function clustersIn(
  tx: Tx,
  tile: Tile,
  filters: IssueFilters,
  { now, language, overrides }: Asked,
): Promise<ClusterAnswer> {
  const say = (key: string, values?: Record<string, string | number | Date>) =>
    translate(language, key, values, { overrides })
  const asked = { now, language, say }
  const counts = await cellsIn(tx, tile, filters, now, language)
  const total = counts.reduce((sum, { n }) => sum + n, 0)
  const most = mostPinsOf(tile.z)

  // Far out even few issues may lie among very many others, and finding them would mean reading all of those.
  if (total <= most && !areCounted(tile, filters)) {
    const pins = total > 0 ? await pinsIn(tx, tile, filters, most, asked) : []
    return { total: pins.length, clusters: [], pins }
  }
  const cells = byCell(counts)
  const alone = cells.flatMap((cell) => (cell.n === 1 ? [cell.aRef] : []))
  return { total, clusters: cells.filter(({ n }) => n > 1).map(clusterOf), pins: await pinsOf(tx, alone, asked) }
}

type Cell = { n: number; sumLat: number; sumLng: number; aRef: string; states: IssueCluster['states'] }

function byCell(counts: readonly CellCount[]): Cell[] {
  const cells = new Map<bigint, Cell>()
  for (const { cell, state, n, sumLat, sumLng, aRef } of counts) {
    const before = cells.get(cell) ?? { n: 0, sumLat: 0, sumLng: 0, aRef, states: {} }
    cells.set(cell, {
      n: before.n + n,
      sumLat: before.sumLat + sumLat,
      sumLng: before.sumLng + sumLng,
      aRef: before.aRef,
      states: { ...before.states, [state]: (before.states[state] ?? 0) + n },
    })
  }
  return [...cells.values()]
}

const clusterOf = ({ n, sumLat, sumLng, states }: Cell): IssueCluster => ({
  lat: Math.round((sumLat / n) * 1e5) / 1e5,
  lng: Math.round((sumLng / n) * 1e5) / 1e5,
  n,
  states,
})
