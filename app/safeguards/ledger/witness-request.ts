import { fromBase64, toBase64 } from './base64'
import { type Hash, isSize } from './merkle'

/** What a log sends to a witness: the size that the witness saw last, the way from there, and the new head, a signed note. */
export type WitnessRequest = { old: number; path: readonly Hash[]; note: string }

const mostHashes = 63

/** Writes the body of `POST /add-checkpoint` (C2SP tlog-witness). */
export const witnessRequestText = ({ old, path, note }: WitnessRequest): string =>
  [`old ${old}`, ...path.map(toBase64), '', note].join('\n')

/** Reads such a body; null for what is none. The note is not looked at. */
export function readWitnessRequest(body: string): WitnessRequest | null {
  const end = body.indexOf('\n\n')
  if (end < 0) return null
  const [first = '', ...lines] = body.slice(0, end).split('\n')
  const [, digits] = /^old (0|[1-9]\d*)$/.exec(first) ?? []
  const old = digits === undefined ? Number.NaN : Number(digits)
  const path = lines.map(fromBase64).filter((hash) => hash?.length === 32)
  if (!isSize(old) || lines.length > mostHashes || path.length < lines.length) return null
  return { old, path: path as Hash[], note: body.slice(end + 2) }
}
