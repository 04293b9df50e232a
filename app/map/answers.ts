import { type ClusterAnswer, clusterLevelOf, clusterTilePx } from './cluster-answer'

/** The part of the world that is on the screen, in pixels of this zoom. */
export type Window = { zoom: number; left: number; top: number; right: number; bottom: number }

/** Addresses of the squares that a part of the map touches. */
export function squaresOf({ zoom, left, top, right, bottom }: Window, query: string): string[] {
  const z = clusterLevelOf(zoom)
  const last = 2 ** z - 1
  const within = (at: number) => Math.min(last, Math.max(0, Math.floor(at / clusterTilePx)))
  const addresses: string[] = []
  for (let y = within(top); y <= within(bottom); y++) {
    for (let x = within(left); x <= within(right); x++) {
      addresses.push(`/map/clusters/${z}/${x}/${y}.json${query ? `?${query}` : ''}`)
    }
  }
  return addresses
}

const keptMs = 20_000
const mostKept = 200

/** Fetches squares and keeps them for a while, so that moving back and forth asks for nothing twice. */
export function answers() {
  const kept = new Map<string, { answer: ClusterAnswer; until: number }>()
  let onTheWay: AbortController | null = null

  /** All of these squares; the question before this one is dropped. Throws when one cannot be had. */
  return async function fetchAll(addresses: readonly string[]): Promise<ClusterAnswer[]> {
    onTheWay?.abort()
    const asking = new AbortController()
    onTheWay = asking
    return Promise.all(
      addresses.map(async (address) => {
        const before = kept.get(address)
        if (before && before.until > performance.now()) return before.answer
        const response = await fetch(address, { signal: asking.signal, headers: { Accept: 'application/json' } })
        if (!response.ok) throw new Error(`The map answered ${response.status}.`)
        const answer = (await response.json()) as ClusterAnswer
        kept.set(address, { answer, until: performance.now() + keptMs })
        for (const oldest of kept.keys()) {
          if (kept.size <= mostKept) break
          kept.delete(oldest)
        }
        return answer
      }),
    )
  }
}
