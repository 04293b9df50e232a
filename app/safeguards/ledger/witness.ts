import { type Checkpoint, NotACheckpoint, readCheckpoint } from './checkpoint'
import { isConsistent, isSame, type Sha256 } from './merkle'
import {
  type CheckSignature,
  NotANote,
  noteOf,
  openNote,
  signatureLine,
  textOf,
  type VerifierKey,
  writeNote,
} from './signed-note'
import { readWitnessRequest } from './witness-request'

/** The last head of a log that this witness signed, with the log's signature and its own under it. */
export type Seen = Checkpoint & { note: string }

/** Somebody who watches that logs only grow: the keys of those logs, and how to sign for them. */
export type Witness = {
  sha256: Sha256
  check: CheckSignature
  logs: readonly VerifierKey[]
  /** One signature line for the text of a checkpoint. */
  cosign: (text: string, at: Date) => string
}

export type WitnessAnswer = { status: 200 | 400 | 403 | 404 | 409 | 422; type: string; body: string }
type Outcome = { answer: WitnessAnswer; seen: Seen | null }

/**
 * What a witness answers to `POST /add-checkpoint` (C2SP tlog-witness), given what it saw last of each log. `seen` is what
 * it has seen from then on, and must be on the disk before anybody gets the answer; null when nothing changes.
 */
export async function addCheckpoint(
  witness: Witness,
  lastSeen: (origin: string) => Seen | null,
  { body, at }: { body: Uint8Array; at: Date },
): Promise<Outcome> {
  const asked = read(body)
  if (!asked) return no(400, 'This is no request of a log: old size, proof, blank line, checkpoint.')
  const { old, path, note, head } = asked
  const keys = witness.logs.filter(({ name }) => name === head.origin)
  if (keys.length === 0) return no(404, 'This witness does not know that log.')
  const opened = await open(note, keys, witness.check)
  if (!opened) return no(403, 'No key of that log has signed this: invalid signature.')
  if (old > head.size) return no(400, 'The old size is larger than the new one.')

  const last = lastSeen(head.origin)
  const isAnother = last !== null && last.size === head.size && !isSame(last.root, head.root)
  if (old !== (last?.size ?? 0) || isAnother) return sizeOf(last)
  if (!hasGrown(witness.sha256, last, head, path)) return no(422, 'The consistency proof does not hold.')

  const line = witness.cosign(opened.text, at)
  const seen = { ...head, note: writeNote(opened.text, [...opened.verified.map(signatureLine), line]) }
  return { answer: { status: 200, type: plain, body: line }, seen }
}

const plain = 'text/plain; charset=utf-8'

// Signatures that cannot be read are the next question: then nobody has signed this.
function read(body: Uint8Array) {
  try {
    const asked = readWitnessRequest(noteOf(body))
    return asked && { ...asked, head: readCheckpoint(textOf(asked.note)) }
  } catch (error) {
    if (error instanceof NotANote || error instanceof NotACheckpoint) return null
    throw error
  }
}

async function open(note: string, keys: readonly VerifierKey[], check: CheckSignature) {
  try {
    return await openNote({ note, keys }, check)
  } catch (error) {
    if (error instanceof NotANote) return null
    throw error
  }
}

// From nothing everything grows, and then there is nothing to prove; an empty log has one root only.
function hasGrown(sha256: Sha256, last: Seen | null, head: Checkpoint, path: readonly Uint8Array[]): boolean {
  if (last && last.size > 0)
    return isConsistent(sha256, { from: last.size, to: head.size, fromRoot: last.root, toRoot: head.root, path })
  return path.length === 0 && (head.size > 0 || isSame(head.root, sha256()))
}

const no = (status: WitnessAnswer['status'], words: string): Outcome => ({
  answer: { status, type: plain, body: `${words}\n` },
  seen: null,
})

const sizeOf = (last: Seen | null): Outcome => ({
  answer: { status: 409, type: 'text/x.tlog.size', body: `${last?.size ?? 0}\n` },
  seen: null,
})
