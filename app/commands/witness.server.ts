import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { log, sayError } from '~/platform/log.server'
import { checkSignature, sha256 } from '~/safeguards/ledger/node-crypto.server'
import type { VerifierKey } from '~/safeguards/ledger/signed-note'
import type { Cosigner } from '~/safeguards/ledger/signing-key.server'
import { addCheckpoint, type Witness, type WitnessAnswer } from '~/safeguards/ledger/witness'
import { openWitnessFolder, type WitnessFolder } from './witness-folder.server'

const mostBytes = 64 * 1024

export type WitnessSettings = {
  cosigner: Cosigner
  folder: string
  /** The logs it watches. */
  logs: readonly VerifierKey[]
  host: string
  /** 0: any that is free. */
  port: number
}

/** Serves a witness (C2SP tlog-witness) over HTTP. Resolves when it listens, with its address. */
export async function serveWitness({ cosigner, folder, logs, host, port }: WitnessSettings) {
  const origins = [...new Set(logs.map(({ name }) => name))]
  const state = await openWitnessFolder(folder, { origins, vkey: cosigner.vkey })
  const witness: Witness = { sha256, check: checkSignature, logs, cosign: cosigner.cosign }
  const add = oneAfterAnother((body) => answerAndKeep(witness, state, body))
  const server = createServer({ maxHeaderSize: 8 * 1024 }, (request, response) => {
    answer(request, response, { add, state }).catch((error: unknown) => {
      log('error', 'The witness could not answer; it has signed nothing.', sayError(error))
      if (response.headersSent) response.destroy()
      else say(response, 500, 'Not signed.\n')
    })
  })
  server.requestTimeout = 10_000
  server.headersTimeout = 5_000
  server.keepAliveTimeout = 65_000
  server.maxConnections = 256
  try {
    await listen(server, host, port)
  } catch (error) {
    await state.close()
    throw error
  }
  const { port: taken } = server.address() as AddressInfo
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
      // What is being signed ends first: its file must be whole before another process may have the folder.
      await add(null)
      await state.close()
    },
  }
}

type Parts = { add: (body: Uint8Array | null) => Promise<WitnessAnswer | null>; state: WitnessFolder }

async function answer(request: IncomingMessage, response: ServerResponse, { add, state }: Parts) {
  const { pathname } = new URL(request.url ?? '/', 'http://witness')
  if (pathname === '/add-checkpoint') {
    if (request.method !== 'POST') return say(response, 405, 'Only POST.\n')
    const body = await bodyOf(request)
    if (!body) return say(response.setHeader('Connection', 'close'), 413, `At most ${mostBytes} bytes.\n`)
    const given = await add(body)
    return given && say(response, given.status, given.body, given.type)
  }
  const [, name] = /^\/([0-9a-f]{64})\/checkpoint$/.exec(pathname) ?? []
  const note = name === undefined ? null : state.noteAt(name)
  if (note === null) return say(response, 404, 'There is nothing here.\n')
  if (request.method !== 'GET' && request.method !== 'HEAD') return say(response, 405, 'Only GET.\n')
  say(response, 200, note)
}

// What was seen is on the disk before the signature leaves: after a power cut it must not sign another history.
async function answerAndKeep(witness: Witness, state: WitnessFolder, body: Uint8Array): Promise<WitnessAnswer> {
  const { answer: given, seen } = await addCheckpoint(witness, state.lastSeen, { body, at: new Date() })
  if (seen) await state.keep(seen)
  return given
}

// Between looking at what was seen last and replacing it nobody else may do the same.
function oneAfterAnother(act: (body: Uint8Array) => Promise<WitnessAnswer>): Parts['add'] {
  let before: Promise<unknown> = Promise.resolve()
  return (body) => {
    const now = before.then(() => (body ? act(body) : null))
    before = now.catch(() => {})
    return now
  }
}

// Null when it is too much, or broke off: what still comes then is not read, but whoever sends it gets an answer.
function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = []
    let length = 0
    request.on('data', (piece: Buffer) => {
      length += piece.length
      if (length <= mostBytes) return pieces.push(piece)
      request.pause()
      resolve(null)
    })
    request.once('end', () => resolve(Buffer.concat(pieces)))
    request.once('error', () => resolve(null))
  })
}

function say(response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8') {
  response
    .writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' })
    .end(body)
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new Error(`Port ${port} is taken. Choose another with --port.`)
    throw error
  })
}
