import { asOwner } from './bench-database.server'
import { openLoop, percentile, read } from './open-loop'
import { sample } from './pages.server'
import type { Result, Row } from './result.server'
import { seededDatabase, serveTown } from './seeded.server'

const zooms = [11, 12, 13, 14, 15, 16, 17]

/** What a cluster answer costs as a town's history grows, over the tiles that people look at, each asked once: no cache helps. */
export async function benchMap({ small }: { small: boolean }): Promise<Result> {
  const sizes = small ? [2_000, 8_000] : [10_000, 100_000, 1_000_000]
  const rows: Row[] = []
  const raw: Record<string, unknown> = {}
  const p95s: number[] = []
  for (const issues of sizes) {
    const url = await seededDatabase('bench_map', issues)
    const places = await sample(
      'bench_map',
      `SELECT lat || ' ' || lng AS one FROM issue WHERE lat IS NOT NULL ORDER BY md5(ref) LIMIT 900`,
    )
    const tiles = [...new Set(places.map((place, at) => tileAt(place, zooms[at % zooms.length] ?? 13)))]
    const town = await serveTown(url)
    try {
      const seconds = Math.floor(tiles.length / 20) - 3
      const answers = await openLoop({
        perSecond: 20,
        seconds,
        warmUpSeconds: 3,
        address: (at) => `${town.baseUrl}/map/clusters/${tiles[at % tiles.length]}.json`,
      })
      const latencies = answers.map(({ latencyMs }) => latencyMs)
      const sizesInBytes: number[] = []
      for (const tile of tiles.slice(0, 120))
        sizesInBytes.push((await read(`${town.baseUrl}/map/clusters/${tile}.json`)).gzipBytes)
      const largest = Math.max(...sizesInBytes) / 1000
      const p95 = percentile(latencies, 0.95)
      const failed = answers.filter(({ status }) => status !== 200).length
      const isLargest = issues === sizes.at(-1) && !small
      p95s.push(p95)
      rows.push(
        { measure: `cluster answer, ${issues} issues: p50`, value: percentile(latencies, 0.5), unit: 'ms' },
        {
          measure: `cluster answer, ${issues} issues: p95`,
          value: p95,
          unit: 'ms',
          ...(isLargest && { must: '<= 50', holds: p95 <= 50 }),
        },
        {
          measure: `largest answer, ${issues} issues`,
          value: largest,
          unit: 'kB gzip',
          ...(isLargest && { must: '<= 25', holds: largest <= 25 }),
        },
        {
          measure: `answers other than 200, ${issues} issues`,
          value: failed,
          unit: '',
          must: '0',
          holds: failed === 0,
        },
      )
      raw[String(issues)] = { latencies, sizesInBytes }
    } finally {
      await town.stop()
      await asOwner('postgres', ['DROP DATABASE IF EXISTS bench_map WITH (FORCE)'])
    }
  }
  const growth = (p95s.at(-1) ?? 0) / (p95s[0] ?? 1)
  // log(10^6) / log(10^4): a hundred times the issues may cost half as much again.
  const allowed = Math.log(sizes.at(-1) ?? 1) / Math.log(sizes[0] ?? 1)
  rows.push({
    measure: 'growth of p95 from smallest to largest',
    value: growth,
    unit: 'x',
    ...(!small && { must: `<= ${allowed.toFixed(2)} (log n)`, holds: growth <= allowed }),
  })
  return { name: 'map', rows, raw }
}

function tileAt(place: string, zoom: number): string {
  const [lat = 0, lng = 0] = place.split(' ').map(Number)
  const n = 2 ** zoom
  const y = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2
  return `${zoom}/${Math.floor(((lng + 180) / 360) * n)}/${Math.floor(y * n)}`
}
