import { fromBase64, toBase64 } from './base64'
import { type Hash, isSize } from './merkle'

/** What a person keeps: where their entry stands, the hashes beside it, and the signed head (c2sp.org/tlog-proof@v1). */
export type ProofFile = {
  index: number
  path: readonly Hash[]
  /** Whatever else belongs to it. Nothing proves it; here it is checked by what it opens. */
  extra: Uint8Array | null
  /** The signed checkpoint, a note. */
  checkpoint: string
}
export class NotAProof extends Error {}

const header = 'c2sp.org/tlog-proof@v1'

/** Writes the file. */
export function proofText({ index, path, extra, checkpoint }: ProofFile): string {
  const lines = [header, ...(extra ? [`extra ${toBase64(extra)}`] : []), `index ${index}`, ...path.map(toBase64)]
  return `${lines.join('\n')}\n\n${checkpoint}`
}

/** Reads it back, or refuses what is not in its form. Nothing is checked here but the form. */
export function readProof(text: string): ProofFile {
  const end = text.indexOf('\n\n')
  if (end < 0) throw new NotAProof('no blank line before the checkpoint')
  const [first, ...lines] = text.slice(0, end).split('\n')
  if (first !== header) throw new NotAProof('another kind of file')
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()?.slice('extra '.length) ?? '') : undefined
  if (extra === null) throw new NotAProof('the extra data is not base64')
  const [, digits] = /^index (0|[1-9]\d*)$/.exec(lines.shift() ?? '') ?? []
  const index = digits === undefined ? Number.NaN : Number(digits)
  if (!isSize(index)) throw new NotAProof('no index')
  const path = lines.map((line) => {
    const hash = fromBase64(line)
    if (hash?.length !== 32) throw new NotAProof('a hash that is not 32 bytes')
    return hash
  })
  return { index, path, extra: extra ?? null, checkpoint: text.slice(end + 2) }
}
