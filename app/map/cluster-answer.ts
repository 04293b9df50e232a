import type { IssueState } from '~/interactions/issues/issue.input'
import type { Place } from './quadkey'

/** One issue on the map. */
export type IssuePin = Place & { ref: string; state: IssueState; title: string; pictogram: string }

/** Several issues near one another, at the middle of them, with how many are in which state. */
export type IssueCluster = Place & { n: number; states: Partial<Record<IssueState, number>> }

/** What one square of the map holds, as /map/clusters/{z}/{x}/{y}.json tells it. */
export type ClusterAnswer = { total: number; clusters: IssueCluster[]; pins: IssuePin[] }

/** A square of the answer is as large as four tiles, so that one look at the map asks for few of them. */
export const clusterTilePx = 512

/** The level of the squares that answer for a zoom of the map. */
export const clusterLevelOf = (zoom: number) => zoom - 1

export const clusterLevels = { least: 8, most: 18 } as const

/** Up to so many issues a square shows each of them; else it counts them by cell. Closer in, more of them have room. */
export const mostPinsOf = (z: number) => (z >= 17 ? 80 : 40)

/** The cells of a square: 8 by 8, each 64 pixels wide, as far as quadkeys reach. */
export const cellLevelOf = (z: number) => Math.min(20, z + 3)
