import { isSame } from './merkle'
import { type CheckSignature, NotANote, type NoteSignature, openNote, splitNote, type VerifierKey } from './signed-note'

/** The text of a note and the key that signed it; or what about its signatures does not hold. */
export type SignedBy =
  | { text: string; key: VerifierKey }
  | { text: string | null; why: 'form' | 'no-key' | 'other-key' | 'signature' }

/** What a note says, and who of these signed it. Never throws for what is in the note. */
export async function signedBy(note: string, keys: readonly VerifierKey[], check: CheckSignature): Promise<SignedBy> {
  let text: string | null = null
  try {
    const split = splitNote(note)
    text = split.text
    if (keys.length === 0) return { text, why: 'no-key' }
    const key = split.signatures.map((line) => keyOf(line, keys)).find((one) => one !== undefined)
    if (!key) return { text, why: 'other-key' }
    await openNote({ note, keys }, check)
    return { text, key }
  } catch (error) {
    if (!(error instanceof NotANote)) throw error
    return text === null ? { text, why: 'form' } : { text, why: 'signature' }
  }
}

/** The key that a line names. */
export const keyOf = ({ name, keyId }: NoteSignature, keys: readonly VerifierKey[]) =>
  keys.find((key) => key.name === name && isSame(key.id, keyId))
