import { fromBase64, toBase64 } from './base64'
import { isSame, type Sha256 } from './merkle'

/** Kinds of signature that C2SP's signed-note and tlog-cosignature define. */
export const signatureType = { ed25519: 1, cosignature: 4 } as const
type SignatureType = (typeof signatureType)[keyof typeof signatureType]

/** A key that checks signatures, as `<name>+<8 hex>+<base64 of type and key>` says it. */
export type VerifierKey = { name: string; id: Uint8Array; type: number; publicKey: Uint8Array }
/** Ed25519, as Node or the browser offers it. */
export type CheckSignature = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>
export type NoteSignature = { name: string; keyId: Uint8Array; signature: Uint8Array }
export type OpenedNote = { text: string; verified: NoteSignature[]; unverified: NoteSignature[] }

/** The note says nothing that can be relied on. The message names the rule. */
export class NotANote extends Error {}

const mostSignatures = 100
const publicKeyBytes = 32
const dash = '\u2014'

/** SHA-256 over name, newline, type and key, its first four bytes. */
export const keyIdOf = (sha256: Sha256, name: string, type: SignatureType, publicKey: Uint8Array): Uint8Array =>
  sha256(new TextEncoder().encode(`${name}\n`), new Uint8Array([type]), publicKey).slice(0, 4)

/** Writes a verifier key as people pass it on. */
export function verifierKeyText(sha256: Sha256, name: string, type: SignatureType, publicKey: Uint8Array): string {
  checkName(name)
  return `${name}+${hexOf(keyIdOf(sha256, name, type, publicKey))}+${toBase64(joined(new Uint8Array([type]), publicKey))}`
}

/** Reads a verifier key, or refuses one whose id does not belong to its key. */
export function readVerifierKey(sha256: Sha256, text: string): VerifierKey {
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? []
  const bytes = fromBase64(encoded)
  if (!isName(name) || !bytes || bytes.length !== publicKeyBytes + 1) throw new NotANote('not a verifier key')
  const [type, publicKey] = [bytes[0], bytes.slice(1)]
  if (type !== signatureType.ed25519 && type !== signatureType.cosignature) throw new NotANote('a key of another kind')
  const keyId = keyIdOf(sha256, name, type, publicKey)
  if (hexOf(keyId) !== id) throw new NotANote('the id does not belong to this key')
  return { name, id: keyId, type, publicKey }
}

/** One signature line, with its newline. */
export function signatureLine({ name, keyId, signature }: NoteSignature): string {
  checkName(name)
  return `${dash} ${name} ${toBase64(joined(keyId, signature))}\n`
}

/** A text and signature lines as one note. */
export function writeNote(text: string, lines: readonly string[]): string {
  if (!text.endsWith('\n')) throw new NotANote('the text does not end with a newline')
  return `${text}\n${lines.join('')}`
}

/**
 * Opens a note (C2SP signed-note): unknown signatures are kept aside, one false signature of a known key spoils it, and
 * one that no known key signed is refused. Cosignatures are checked by `cosignature.ts`, since they sign other bytes.
 */
export async function openNote(
  { note, keys }: { note: string; keys: readonly VerifierKey[] },
  check: CheckSignature,
): Promise<OpenedNote> {
  const { text, signatures } = splitNote(note)
  const message = new TextEncoder().encode(text)
  const [verified, unverified]: [NoteSignature[], NoteSignature[]] = [[], []]
  for (const signature of withoutDoubles(signatures)) {
    const key = keys.find((one) => one.name === signature.name && isSame(one.id, signature.keyId))
    if (!key || key.type !== signatureType.ed25519) unverified.push(signature)
    else if (await check(key.publicKey, message, signature.signature)) verified.push(signature)
    else throw new NotANote('a signature of a known key is false')
  }
  if (verified.length === 0) throw new NotANote('no known key signed this')
  return { text, verified, unverified }
}

/** A note as it comes from a file or a wire: UTF-8, or no note. */
export function noteOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new NotANote('not UTF-8')
  }
}

/** The text and the signatures of a note, nothing checked but their form. */
export function splitNote(note: string): { text: string; signatures: NoteSignature[] } {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a note has none of them but the newline
  if (/[\u0000-\u0009\u000b-\u001f]/.test(note)) throw new NotANote('a character that a note cannot have')
  const text = textOf(note)
  const below = note.slice(text.length + 1)
  if (!below.endsWith('\n')) throw new NotANote('the last line does not end')
  const lines = below.slice(0, -1).split('\n')
  if (lines.length > mostSignatures) throw new NotANote('too many signatures')
  return { text, signatures: lines.map(readSignature) }
}

/** The text of a note, whatever stands below it. */
export function textOf(note: string): string {
  const at = note.lastIndexOf('\n\n')
  if (at < 0) throw new NotANote('no blank line before the signatures')
  return note.slice(0, at + 1)
}

function readSignature(line: string): NoteSignature {
  const [, name = '', encoded = ''] = /^\u2014 ([^ ]+) ([^ ]+)$/.exec(line) ?? []
  const bytes = fromBase64(encoded)
  if (!isName(name) || !bytes || bytes.length < 5) throw new NotANote('a line that is no signature')
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) }
}

const withoutDoubles = (signatures: readonly NoteSignature[]) =>
  signatures.filter(
    (one, at) => signatures.findIndex((other) => other.name === one.name && isSame(other.keyId, one.keyId)) === at,
  )

const isName = (name: string) => name !== '' && !/[\s+]/u.test(name)

function checkName(name: string) {
  if (!isName(name)) throw new NotANote('a name with spaces or a plus')
}

const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export function joined(...pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
