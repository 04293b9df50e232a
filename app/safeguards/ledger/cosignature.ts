import { isSame } from './merkle'
import { type CheckSignature, joined, type NoteSignature, signatureType, type VerifierKey } from './signed-note'

/** When a witness saw this checkpoint, and that it grew out of the one it saw before (C2SP tlog-cosignature). */
export type Cosignature = { name: string; at: Date }

const timeBytes = 8
const signatureBytes = 64
// Beyond it there is no date.
const lastSecond = 8_640_000_000_000n

/** What a witness signs: when, and the text of the checkpoint. `seconds` since 1970. */
export const cosignedText = (seconds: number | bigint, checkpoint: string): string =>
  `cosignature/v1\ntime ${seconds}\n${checkpoint}`

/** The bytes of a cosignature as they stand in its line: the time, then the signature. */
export function cosignaturePayload(seconds: number, signature: Uint8Array): Uint8Array {
  const time = new Uint8Array(timeBytes)
  new DataView(time.buffer).setBigUint64(0, BigInt(seconds))
  return joined(time, signature)
}

/** Time and signature out of such a line; null when it is none. */
export function readCosignature({ signature }: NoteSignature): { seconds: bigint; signature: Uint8Array } | null {
  if (signature.length !== timeBytes + signatureBytes) return null
  const view = new DataView(signature.buffer, signature.byteOffset, timeBytes)
  return { seconds: view.getBigUint64(0), signature: signature.slice(timeBytes) }
}

/** Which of these witnesses have signed the checkpoint. A false signature of a known witness counts as none. */
export async function cosignaturesOf(
  { text, signatures }: { text: string; signatures: readonly NoteSignature[] },
  witnesses: readonly VerifierKey[],
  check: CheckSignature,
): Promise<Cosignature[]> {
  const found: Cosignature[] = []
  for (const line of signatures) {
    const key = witnesses.find(({ name, id, type }) => isWitness(type) && name === line.name && isSame(id, line.keyId))
    const read = key && readCosignature(line)
    if (!read) continue
    const message = new TextEncoder().encode(cosignedText(read.seconds, text))
    const isTrue = read.seconds <= lastSecond && (await check(key.publicKey, message, read.signature))
    if (isTrue && found.every(({ name }) => name !== key.name))
      found.push({ name: key.name, at: new Date(Number(read.seconds) * 1000) })
  }
  return found
}

const isWitness = (type: number) => type === signatureType.cosignature
