import { Agent, createServer, type IncomingMessage, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { expect, test, vi } from 'vitest'
import { end, file, post, type } from './multipart.fixture'
import { FormTooBig, FormUnreadable, readForm } from './multipart.server'

/** A web server that reads forms as Remix hands them over, and one connection to it. */
async function overHttp<Result>(
  visit: (ask: (pieces: Buffer[], length?: number) => Promise<string>) => Promise<Result>,
): Promise<Result> {
  let connections = 0
  const server = createServer(async (incoming, answer) => {
    const body = createReadableStreamFromReadable(incoming)
    const outcome = await readForm(post({ body, headers: incoming.headers as Record<string, string> })).catch(
      (error: unknown) => error,
    )
    const status = outcome instanceof FormTooBig || outcome instanceof FormUnreadable ? outcome.status : 200
    answer.writeHead(status).end(`${connections}`)
  }).on('connection', () => connections++)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = (pieces: Buffer[], length?: number) =>
    new Promise<string>((resolve, reject) => {
      const headers = { 'content-type': type, ...(length !== undefined && { 'content-length': length }) }
      const { port } = server.address() as AddressInfo
      const sending = send(
        { port, host: '127.0.0.1', method: 'POST', agent, headers },
        async (incoming: IncomingMessage) => {
          let text = ''
          for await (const piece of incoming) text += piece
          resolve(`${incoming.statusCode}, connection ${text}`)
        },
      )
      sending.on('error', reject)
      for (const piece of pieces) sending.write(piece)
      sending.end()
    })
  try {
    return await visit(ask)
  } finally {
    agent.destroy()
    server.closeAllConnections()
    server.close()
  }
}

test('over a real connection a person whose form is too big gets our answer, and the connection lives on', async () => {
  const photo = Buffer.from(file('photos', 'a.jpg', 'x'.repeat(9_000_000)))
  const close = Buffer.from(end)
  await overHttp(async (ask) => {
    expect(await ask([photo, close])).toBe('200, connection 1')
    expect(await ask([photo, photo, close])).toBe('413, connection 1')
    expect(await ask([photo, photo, close], photo.length * 2 + close.length)).toBe('413, connection 1')
    expect(await ask([Buffer.from('nonsense'), photo])).toBe('400, connection 1')
    expect(await ask([photo, close])).toBe('200, connection 1')
  })
})

test('who goes on sending after a refusal is hung up on', async () => {
  let sent = 0
  let isCancelled = false
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(Buffer.alloc(1_000_000))
      sent += 1_000_000
    },
    cancel() {
      isCancelled = true
    },
  })
  await expect(readForm(post({ body: endless }))).rejects.toThrow(FormUnreadable)
  await vi.waitFor(() => expect(isCancelled).toBe(true))
  expect(sent).toBeLessThan(55_000_000)
})
