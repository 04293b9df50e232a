import type { ClientBase } from 'pg'
import { readCheckpoint } from './checkpoint'
import { cosignaturesOf } from './cosignature'
import { checkSignature } from './node-crypto.server'
import { NotANote, type NoteSignature, signatureLine, splitNote } from './signed-note'
import { sendToWitness, type WitnessAt } from './witness-calls.server'
import { witnessRequestText } from './witness-request'

/** What is wrong with a witness, as the table `ledger_witness` calls it. */
export type WitnessTrouble = 'away' | 'unknown_log' | 'key_refused' | 'wrong_answer' | 'knows_more'

/** The witness has answered, but has not signed. */
export class NotCosigned extends Error {
  constructor(
    readonly trouble: WitnessTrouble,
    words: string,
  ) {
    super(words)
  }
}

export type Head = { size: number; note: string }
type Asking = {
  head: Head
  /** The size that the witness saw last, as far as is known. */
  old: number
  /** Shows that the tree of one size begins with that of a smaller one. */
  prove: (from: number, to: number) => Promise<Uint8Array[]>
  now: Date
  signal: AbortSignal
}
type Signed = { line: string; at: Date }

// Another sequencer of this town may have been there in between.
const mostTries = 3
// A witness whose clock is further from ours says nothing about when it saw the record.
const widestClockMs = 24 * 3_600_000

/**
 * Gets a witness's signature under a signed head. Returns its line and when it signed; throws `NotCosigned`, or
 * `WitnessIsAway`.
 */
export async function askToCosign(
  witness: WitnessAt,
  { head, prove, now, signal, ...asking }: Asking,
): Promise<Signed> {
  let old = Math.min(asking.old, head.size)
  for (let tries = 0; tries < mostTries; tries++) {
    const path = old === 0 ? [] : await prove(old, head.size)
    const { status, text } = await sendToWitness(witness, witnessRequestText({ old, path, note: head.note }), signal)
    if (status === 200) return signedIn(text, witness, head, now)
    if (status === 404) throw new NotCosigned('unknown_log', 'It does not know this record: give it the key.')
    if (status === 403) throw new NotCosigned('key_refused', 'It knows this record with another key.')
    const size = /^\d+\n$/.test(text) ? Number(text) : Number.NaN
    if (status !== 409 || !Number.isSafeInteger(size)) throw new NotCosigned('wrong_answer', `It answers ${status}.`)
    if (size > head.size || size === old) throw new NotCosigned('knows_more', `It has seen another record, of ${size}.`)
    old = size
  }
  throw new NotCosigned('wrong_answer', 'It changes its mind about what it saw last.')
}

async function signedIn(answer: string, { key }: WitnessAt, { note }: Head, now: Date): Promise<Signed> {
  const { text } = splitNote(note)
  for (const line of linesOf(answer)) {
    const [signed] = await cosignaturesOf({ text, signatures: [line] }, [key], checkSignature)
    if (signed && isAbout(signed.at, now)) return { line: signatureLine(line), at: signed.at }
  }
  throw new NotCosigned('wrong_answer', 'It answers without a signature of its own that holds.')
}

function linesOf(answer: string): NoteSignature[] {
  try {
    return splitNote(`\n\n${answer}`).signatures
  } catch (error) {
    if (error instanceof NotANote) return []
    throw error
  }
}

const isAbout = (at: Date, now: Date) => Math.abs(at.getTime() - now.getTime()) < widestClockMs

/** Puts the line below the head, where everybody reads it, and remembers when it came. One line of each witness. */
export async function keepCosignature(db: ClientBase, { key, vkey }: WitnessAt, head: Head, { line, at }: Signed) {
  await db.query('UPDATE ledger_checkpoint SET note = note || $2 WHERE size = $1 AND position($3 IN note) = 0', [
    head.size,
    line,
    `\n\u2014 ${key.name} `,
  ])
  await db.query(
    `UPDATE ledger_witness SET last_size = $2, last_at = $3, trouble = NULL, trouble_since = NULL WHERE vkey = $1`,
    [vkey, head.size, at],
  )
}

/** Remembers what is wrong with a witness, and since when. True when it is something new. */
export async function keepTrouble(db: ClientBase, { vkey }: WitnessAt, trouble: WitnessTrouble): Promise<boolean> {
  const { rowCount } = await db.query(
    `UPDATE ledger_witness SET trouble = $2, trouble_since = now() WHERE vkey = $1 AND trouble IS DISTINCT FROM $2`,
    [vkey, trouble],
  )
  return rowCount === 1
}

/** Has one row for each of these witnesses, and none for others. Returns the size that each signed last, by its key. */
export async function setWitnesses(db: ClientBase, witnesses: readonly WitnessAt[]): Promise<Map<string, number>> {
  const vkeys = witnesses.map(({ vkey }) => vkey)
  await db.query('DELETE FROM ledger_witness WHERE vkey <> ALL ($1)', [vkeys])
  await db.query(
    'INSERT INTO ledger_witness (vkey, name) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING',
    [vkeys, witnesses.map(({ key }) => key.name)],
  )
  const { rows } = await db.query<{ vkey: string; size: string }>(
    'SELECT vkey, coalesce(last_size, 0) AS size FROM ledger_witness',
  )
  return new Map(rows.map(({ vkey, size }) => [vkey, Number(size)]))
}

/** The newest signed head; null before the first. */
export async function newestHead(db: ClientBase): Promise<Head | null> {
  const { rows } = await db.query<{ note: string }>('SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1')
  return rows[0] ? headOf(rows[0].note) : null
}

export const headOf = (note: string): Head => ({ size: readCheckpoint(splitNote(note).text).size, note })
