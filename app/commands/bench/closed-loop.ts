import { Agent, request } from 'node:http'

type Loop = { port: number; path: string; connections: number; seconds: number; body: (at: number) => string }

/** Sends forms to this machine over so many connections, each as soon as the one before is answered: the most it can take. */
export async function closedLoop({ port, path, connections, seconds, body }: Loop) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const startedAt = performance.now()
  const endsAt = startedAt + seconds * 1000
  const latencies: number[] = []
  let sent = 0
  let failed = 0
  const one = async () => {
    while (performance.now() < endsAt) {
      const began = performance.now()
      const status = await post(agent, port, path, body(sent++))
      if (status !== 201) failed++
      else latencies.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  agent.destroy()
  return { perSecond: latencies.length / ((performance.now() - startedAt) / 1000), done: latencies.length, failed }
}

function post(agent: Agent, port: number, path: string, body: string): Promise<number> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }
    const asked = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    asked.on('error', () => resolve(0))
    asked.end(body)
  })
}
