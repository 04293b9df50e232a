import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { z } from 'zod'
import { reportIssue } from '~/interactions/reports/report-issue.server'
import { timeOf } from '~/platform/clock.server'
import type { Database } from '~/platform/db.server'
import { runChecks } from '~/safeguards/checks'
import { actorOf, circumstancesOf, type Visit } from '~/safeguards/door/actor.server'
import { gatherFacts } from '~/safeguards/door/facts.server'
import { fromPairs, parseInput } from '~/safeguards/door/input.server'
import { enterAs } from '~/safeguards/door.server'
import type { Job, Recorded } from '~/safeguards/interaction.server'
import { openBenchDatabase } from './bench-database.server'
import { closedLoop } from './closed-loop'
import { percentile } from './open-loop'
import type { Result } from './result.server'

const connections = 32

/**
 * What the records cost: reporting an issue through HTTP and the door with all of them, against the same checks, the same
 * handler and the work it queues in a transaction that writes none, in a database without the trigger that asks for them. Both in one run, in turns.
 */
export async function benchDoor({ small }: { small: boolean }): Promise<Result> {
  const seconds = small ? 1 : 6
  const rounds = small ? 1 : 5
  const bare = await openBenchDatabase('bench_bare', { isProtected: false })
  const full = await openBenchDatabase('bench_full', { isProtected: true })
  const server = await listen({
    '/full': async (visit, raw) => (await enterAs(reportIssue, visit, raw)).ok,
    '/bare': (visit, raw) => actWithoutRecords(bare.client, reportIssue as never, visit, raw),
  })
  try {
    const port = (server.address() as AddressInfo).port
    const run = (path: string) =>
      closedLoop({ port, path, connections, seconds, body: (at) => reportOf(full.places, at) })
    for (const path of ['/bare', '/full']) await run(path)
    const raw: ({ round: number; path: string } & Awaited<ReturnType<typeof run>>)[] = []
    for (let round = 0; round < rounds; round++) {
      // Who goes first alternates, so that a slow minute of the machine hurts both.
      const order = round % 2 === 0 ? ['/bare', '/full'] : ['/full', '/bare']
      for (const path of order) raw.push({ round, path, ...(await run(path)) })
    }
    const rate = (path: string) =>
      percentile(
        raw.filter((one) => one.path === path).map((one) => one.perSecond),
        0.5,
      )
    const ratios = Array.from({ length: rounds }, (_, round) => {
      const of = (path: string) => raw.find((one) => one.round === round && one.path === path)?.perSecond ?? 0
      return of('/full') / of('/bare')
    })
    const ratio = percentile(ratios, 0.5)
    return {
      name: 'door',
      rows: [
        { measure: `reports a second, with all records, ${connections} connections`, value: rate('/full'), unit: '/s' },
        { measure: 'reports a second, handler alone', value: rate('/bare'), unit: '/s' },
        { measure: 'ratio (median of rounds)', value: ratio, unit: '', must: '>= 0.8', holds: ratio >= 0.8 },
        { measure: 'answers that were not a success', value: raw.reduce((sum, one) => sum + one.failed, 0), unit: '' },
      ],
      raw,
    }
  } finally {
    server.close()
    server.closeAllConnections()
    await full.close()
    await bare.close()
  }
}

// The door without its records: only here, against a database that is thrown away afterwards.
async function actWithoutRecords<Input extends z.ZodType, Value>(
  client: Database,
  interaction: Recorded<Input, Value>,
  visit: Visit,
  raw: Record<string, unknown>,
): Promise<boolean> {
  const circumstances = await circumstancesOf(visit)
  const { input } = parseInput(interaction.input, raw)
  return client.$transaction(async (tx) => {
    const now = await timeOf(tx)
    const jobs: Job[] = []
    const after = (task: string, payload: Record<string, unknown>, options = {}) =>
      void jobs.push({ task, payload, ...options })
    const context = { ...circumstances, now, input, actor: visit.actor, tx, after }
    const results = runChecks(await gatherFacts(interaction, context))
    if (results.some(({ outcome }) => outcome === 'block')) return false
    interaction.about(input, await interaction.handle(context), visit.actor)
    // The door lays it in the statement of the records; here it needs one of its own.
    if (jobs.length > 0) await tx.$queryRaw`SELECT queue_jobs(${JSON.stringify(jobs)}::jsonb)::text`
    return true
  })
}

type Act = (visit: Visit, raw: Record<string, unknown>) => Promise<boolean>

async function listen(acts: Record<string, Act>): Promise<Server> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const raw = fromPairs(new URLSearchParams(Buffer.concat(chunks).toString('utf8')))
    const visit = await actorOf(new Request('http://localhost/'))
    const isDone = await acts[request.url ?? '']?.(visit, raw).catch(() => false)
    response.writeHead(isDone ? 201 : 500).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

type Place = { lat: number; lng: number; category: string }

function reportOf(places: readonly Place[], at: number): string {
  const { lat, lng, category } = places[at % places.length] ?? { lat: 0, lng: 0, category: '' }
  return new URLSearchParams({
    lat: String(lat + (at % 97) * 1e-6),
    lng: String(lng),
    category,
    description: 'The lamp has been dark since Monday evening and the crossing is hard to see.',
    noticeVersion: '1',
    noticeLanguage: 'en',
  }).toString()
}
