import { createHash } from 'node:crypto'
import type { VerifierKey } from './signed-note'

/** A witness of this log: its key, as text and read, and the address that `add-checkpoint` is below. */
export type WitnessAt = { key: VerifierKey; vkey: string; url: string }

/** The witness did not answer in time, or not in a way that can be read. */
export class WitnessIsAway extends Error {}

/** What a log is called in the addresses of its witnesses. */
export const nameAtWitness = (origin: string): string => createHash('sha256').update(origin).digest('hex')

const patienceMs = 5_000
const mostBytes = 64 * 1024

/** Sends a head to a witness. Its answer, whatever it is; throws `WitnessIsAway` when there is none. */
export async function sendToWitness({ url }: WitnessAt, body: string, signal?: AbortSignal) {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
  return call(`${url}/add-checkpoint`, { method: 'POST', body, headers }, signal)
}

/** The last head of this log that a witness signed, as it tells it; null when it tells none. */
export async function lastSeenBy({ url }: WitnessAt, origin: string, signal?: AbortSignal): Promise<string | null> {
  const { status, text } = await call(`${url}/${nameAtWitness(origin)}/checkpoint`, {}, signal)
  if (status === 200) return text
  if (status === 404) return null
  throw new WitnessIsAway(`It answers ${status}.`)
}

async function call(address: string, request: RequestInit, ending?: AbortSignal) {
  const patience = AbortSignal.timeout(patienceMs)
  const signal = ending ? AbortSignal.any([patience, ending]) : patience
  try {
    const answer = await fetch(address, { ...request, redirect: 'error', signal })
    return { status: answer.status, text: await textOf(answer) }
  } catch (error) {
    throw new WitnessIsAway('It does not answer.', { cause: error })
  }
}

async function textOf(answer: Response): Promise<string> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of (answer.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    length += piece.length
    if (length > mostBytes) throw new WitnessIsAway('It answers too much.')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
