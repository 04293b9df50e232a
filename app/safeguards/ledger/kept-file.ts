import type { CanonicalValue } from '../integrity/canonical-json'
import type { Opening } from '../integrity/commitment'
import { fromBase64url } from './base64'
import { NotAProof, type ProofFile, readProof } from './proof-file'

/** What a person kept of an act, out of either file that the town gives: nothing checked yet but the form. */
export type KeptFile = {
  form: 'json' | 'tlog-proof'
  /** The entry, byte for byte as it was written. */
  entry: string
  openings: readonly Opening[]
  /** The signed promise, a note. */
  promise: string
  /** Where the entry stands; null as long as it was only promised. */
  proof: ProofFile | null
  /** What the file says of itself on top. */
  claims: { id: string; promiseKey: string; logKey: string | null } | null
}

/** Not a file of ours, or one that was changed so that it cannot be read: what about it, in a word. */
export class NotAReceipt extends Error {
  constructor(readonly why: 'empty' | 'other-file' | 'damaged' | 'parts-differ') {
    super(why)
  }
}

/** Reads the text of a `.json` or a `.tlog-proof`. Throws `NotAReceipt`. */
export function readKeptFile(text: string): KeptFile {
  if (text.trim() === '') throw new NotAReceipt('empty')
  if (text.startsWith('c2sp.org/tlog-proof')) return fromProof(text)
  if (text.trimStart().startsWith('{')) return fromJson(text)
  throw new NotAReceipt('other-file')
}

/** More than any receipt has: what is larger is another file, and is not read. */
export const largestKeptBytes = 131_072

/** The text of a file that somebody chose. */
export const textOfFile = (bytes: Uint8Array): string =>
  bytes.length > largestKeptBytes ? 'too large' : new TextDecoder().decode(bytes)

/** The text that somebody pasted: forms send line ends in another way, and the last one is easily left behind. */
export const asPasted = (text: string): string => `${text.replaceAll('\r\n', '\n').trim()}\n`

type Extra = { entry: string; openings: unknown; promise: string }

function fromProof(text: string): KeptFile {
  const proof = proofOf(text)
  const extra = objectOf(textOf(proof.extra), ['v', 'entry', 'openings', 'promise'])
  return { form: 'tlog-proof', ...partsOf(extra), proof, claims: null }
}

function fromJson(text: string): KeptFile {
  const names = ['v', 'id', 'state', 'entry', 'openings', 'promise', 'promise_key', 'log_key', 'proof']
  const object = objectOf(text, names)
  const { id, state, promise_key: promiseKey, log_key: logKey, proof } = object
  if (typeof id !== 'string' || typeof promiseKey !== 'string' || !(isText(logKey) || logKey === null)) throw damaged()
  const claims = { id, promiseKey, logKey }
  const parts = partsOf(object)
  if (state === 'promised' && proof === null) return { form: 'json', ...parts, proof: null, claims }
  // Before the record was signed for the first time there is no key of it, and no proof.
  if (state !== 'proven' || !isText(proof) || logKey === null) throw damaged()
  const inner = proofOf(proof)
  const innerExtra = objectOf(textOf(inner.extra), ['v', 'entry', 'openings', 'promise'])
  // One file that says two things could be shown to two people as two proofs.
  if (!saysTheSame(object, innerExtra)) throw new NotAReceipt('parts-differ')
  return { form: 'json', ...parts, proof: inner, claims }
}

const isText = (value: unknown): value is string => typeof value === 'string'

const saysTheSame = (one: Record<string, unknown>, other: Record<string, unknown>) =>
  ['v', 'entry', 'openings', 'promise'].every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]))

function proofOf(text: string): ProofFile {
  try {
    return readProof(text)
  } catch (error) {
    if (error instanceof NotAProof) throw damaged()
    throw error
  }
}

function textOf(bytes: Uint8Array | null): string {
  // A proof of somebody else's log has nothing of ours in it.
  if (!bytes) throw new NotAReceipt('other-file')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw damaged()
  }
}

// Exactly these fields: one more could say something that nobody checks.
function objectOf(text: string, names: readonly string[]): Record<string, unknown> {
  const object = parsed(text)
  if (typeof object !== 'object' || object === null || Array.isArray(object)) throw new NotAReceipt('other-file')
  const found = Object.keys(object)
  if (found.length !== names.length || !names.every((name) => found.includes(name))) throw damaged()
  return object as Record<string, unknown>
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw damaged()
  }
}

function partsOf({ v, entry, openings, promise }: Record<string, unknown>): Extra & { openings: Opening[] } {
  if (v !== 1 || typeof entry !== 'string' || typeof promise !== 'string' || !Array.isArray(openings)) throw damaged()
  return { entry, promise, openings: openings.map(openingOf) }
}

function openingOf(one: unknown): Opening {
  const { name, salt, value } = objectOf(JSON.stringify(one) ?? '', ['name', 'salt', 'value'])
  const bytes = typeof salt === 'string' ? fromBase64url(salt) : null
  if (typeof name !== 'string' || bytes?.length !== 32) throw damaged()
  return { name, salt: bytes, value: value as CanonicalValue }
}

const damaged = () => new NotAReceipt('damaged')
