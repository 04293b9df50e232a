import pg from 'pg'
import { addressOf, asOwner } from './bench-database.server'
import { type Load, openLoop, percentile, type Sent } from './open-loop'
import type { Result } from './result.server'
import { seededDatabase, serveTown } from './seeded.server'

/** How long people wait for a page while many others read, with a large town's issues in the database. Open loop. */
export async function benchPages({ small }: { small: boolean }): Promise<Result> {
  const issues = small ? 5_000 : 1_000_000
  const seconds = small ? 2 : 60
  const pace = small ? 20 : 1
  const url = await seededDatabase('bench_pages', issues)
  const refs = await sample('bench_pages', 'SELECT ref AS one FROM issue ORDER BY md5(ref) LIMIT 4000')
  const categories = await sample('bench_pages', 'SELECT key AS one FROM category ORDER BY key LIMIT 40')
  const areas = await sample('bench_pages', 'SELECT key AS one FROM area ORDER BY key')
  const town = await serveTown(url)
  try {
    const issuePage = await runs(small, {
      perSecond: 150 / pace,
      seconds,
      address: (at) => `${town.baseUrl}/issues/${pick(refs, at)}`,
    })
    const list = await runs(small, {
      perSecond: 50 / pace,
      seconds,
      address: (at) => `${town.baseUrl}/issues${queryOf(at, categories, areas)}`,
    })
    return {
      name: 'pages',
      rows: [
        ...rowsOf(`issue page at ${150 / pace}/s, ${issues} issues`, issuePage, 100, small),
        ...rowsOf(`list at ${50 / pace}/s, ${issues} issues`, list, 200, small),
      ],
      raw: { issuePage: issuePage.map((run) => run.map(short)), list: list.map((run) => run.map(short)) },
    }
  } finally {
    await town.stop()
    await asOwner('postgres', ['DROP DATABASE IF EXISTS bench_pages WITH (FORCE)'])
  }
}

// Three runs, of which the one in the middle counts: machines that others share have bad minutes (and good ones).
async function runs(small: boolean, load: Load): Promise<Sent[][]> {
  const answers: Sent[][] = []
  for (let run = 0; run < (small ? 1 : 3); run++)
    answers.push(await openLoop({ ...load, warmUpSeconds: small ? 2 : 15 }))
  return answers
}

function rowsOf(what: string, answers: readonly Sent[][], mostMs: number, small: boolean) {
  const share = (of: number) =>
    answers
      .map((run) =>
        percentile(
          run.map(({ latencyMs }) => latencyMs),
          of,
        ),
      )
      .sort((one, other) => one - other)
  const middle = (of: number) => percentile(share(of), 0.5)
  const p95 = middle(0.95)
  const failed = answers.flat().filter(({ status }) => status !== 200).length
  return [
    { measure: `${what}: p50`, value: middle(0.5), unit: 'ms' },
    { measure: `${what}: p95`, value: p95, unit: 'ms', ...(!small && { must: `<= ${mostMs}`, holds: p95 <= mostMs }) },
    { measure: `${what}: p95 of the worst run`, value: share(0.95).at(-1) ?? Number.NaN, unit: 'ms' },
    { measure: `${what}: p99`, value: middle(0.99), unit: 'ms' },
    { measure: `${what}: answers other than 200`, value: failed, unit: '', must: '0', holds: failed === 0 },
  ]
}

// What people look at: the newest, one kind, one neighbourhood, what is overdue, a word, and combinations of these.
function queryOf(at: number, categories: readonly string[], areas: readonly string[]): string {
  const category = `category=${pick(categories, at)}`
  const area = `area=${pick(areas, at)}`
  return (
    [
      '',
      `?${category}`,
      `?${area}`,
      '?state=overdue',
      `?${category}&${area}`,
      '?state=open',
      `?state=closed&${area}`,
      '?q=kind',
      '?period=30d',
      '?state=in-progress',
    ][at % 10] ?? ''
  )
}

const pick = (list: readonly string[], at: number) => encodeURIComponent(list[(at * 7919) % list.length] ?? '')
const short = ({ latencyMs, status, bytes }: Sent) => [Math.round(latencyMs * 10) / 10, status, bytes]

export async function sample(name: string, sql: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: await addressOf(name) })
  await client.connect()
  const { rows } = await client.query<{ one: string }>(sql)
  await client.end()
  return rows.map(({ one }) => one)
}
