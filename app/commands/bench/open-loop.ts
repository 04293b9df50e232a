import { Agent, request } from 'node:http'
import { gunzipSync } from 'node:zlib'

export type Sent = { latencyMs: number; status: number; bytes: number }
export type Load = {
  /** Requests a second, sent at that pace whatever the answers do: waiting counts (open loop). */
  perSecond: number
  seconds: number
  /** Sent before anything counts, so that caches and the compiler are warm. */
  warmUpSeconds?: number
  address: (at: number) => string
}

// Never more than this in all, so that a mistake cannot become a flood.
const mostRequests = 60_000
// Readers come each over a connection of their own, so that chance decides which process answers them. Taking the last idle
// one again, as a pool does, would send all of them to one process while the other rests.
const pools = 32
const warmers = 8

/** Sends reads to this machine at a fixed pace. Latency runs from the moment a request was due, not from when it got a socket. */
export async function openLoop({ perSecond, seconds, warmUpSeconds = 15, address }: Load): Promise<Sent[]> {
  const agents = Array.from({ length: pools }, () => new Agent({ keepAlive: true }))
  const agent = () => agents[Math.floor(Math.random() * pools)] as Agent
  // One after another, so that what a cold start leaves waiting does not stand in the queue when counting begins.
  const warmUntil = performance.now() + warmUpSeconds * 1000
  const warm = async (_: unknown, first: number) => {
    for (let at = first; performance.now() < warmUntil; at += warmers) await get(address(at), agent())
  }
  await Promise.all(Array.from({ length: warmers }, warm))
  const total = Math.min(mostRequests, Math.round(perSecond * seconds))
  const answers: Promise<Sent>[] = []
  const startedAt = performance.now() + 50
  for (let at = 0; at < total; at++) {
    const dueAt = startedAt + (at * 1000) / perSecond
    const waitMs = dueAt - performance.now()
    if (waitMs > 1) await new Promise((resolve) => setTimeout(resolve, waitMs))
    answers.push(get(address(at), agent(), dueAt))
  }
  const all = await Promise.all(answers)
  for (const one of agents) one.destroy()
  return all
}

/** One read of a page on this machine. */
export function get(address: string, agent: Agent, dueAt = performance.now()): Promise<Sent> {
  return new Promise((resolve) => {
    const failed = () => resolve({ latencyMs: performance.now() - dueAt, status: 0, bytes: 0 })
    const asked = request(
      address,
      { agent, headers: { 'accept-encoding': 'gzip', 'accept-language': 'en' }, timeout: 20_000 },
      (answer) => {
        let bytes = 0
        answer.on('data', (chunk: Buffer) => {
          bytes += chunk.length
        })
        answer.on('end', () => resolve({ latencyMs: performance.now() - dueAt, status: answer.statusCode ?? 0, bytes }))
        answer.on('error', failed)
      },
    )
    asked.on('timeout', () => asked.destroy())
    asked.on('error', failed)
    asked.end()
  })
}

/** The body of one answer, unzipped, and its size on the line. */
export async function read(address: string): Promise<{ status: number; text: string; gzipBytes: number }> {
  const answer = await new Promise<{ status: number; body: Buffer; encoding: string }>((resolve, reject) => {
    const asked = request(address, { headers: { 'accept-encoding': 'gzip', 'accept-language': 'en' } }, (message) => {
      const chunks: Buffer[] = []
      message.on('data', (chunk: Buffer) => chunks.push(chunk))
      message.on('end', () =>
        resolve({
          status: message.statusCode ?? 0,
          body: Buffer.concat(chunks),
          encoding: message.headers['content-encoding'] ?? '',
        }),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
  const body = answer.encoding === 'gzip' ? gunzipSync(answer.body) : answer.body
  return { status: answer.status, text: body.toString('utf8'), gzipBytes: answer.body.length }
}

/** The value below which this share of the numbers lies (nearest rank). */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN
}
