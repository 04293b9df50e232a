import { type CanonicalValue, canonicalJson } from '../integrity/canonical-json'
import { commitmentOf, type Opening } from '../integrity/commitment'
import { type Entry, readEntry } from '../integrity/entry'
import { toBase64 } from './base64'
import { type Checkpoint, readCheckpoint } from './checkpoint'
import { cosignaturesOf } from './cosignature'
import { type KeptFile, NotAReceipt, readKeptFile } from './kept-file'
import { type Hash, isIncluded, isSame, leafHash, type Sha256 } from './merkle'
import { type Promised, readPromise } from './promise'
import { keyOf, type SignedBy, signedBy } from './signed-by'
import { type CheckSignature, readVerifierKey, splitNote, type VerifierKey } from './signed-note'

/** The keys that are believed, each as people pass it on (`<name>+<id>+<key>`): whoever checks has them from elsewhere. */
export type TrustedKeys = { log: readonly string[]; promise: readonly string[]; witnesses: readonly string[] }
/** What servers and browsers do each in their own way. */
export type CheckingCrypto = { sha256: Sha256; check: CheckSignature }

export type Verdict = 'proven' | 'not-proven' | 'wrong'
export type Why =
  | NotAReceipt['why']
  | 'form'
  | 'other-entry'
  | 'other-key'
  | 'signature'
  | 'path'
  | 'opening'
  | 'no-key'
  | 'unsigned'
  | 'nobody'
  | 'nothing-opened'

/** What each statement is about: all times as in `2026-11-25T18:00:00Z`, hashes as base64. */
type Facts = {
  entry: { id: string; kind: string; at: string; outcome: string; leaf: string }
  about: { openings: { name: string; n: number; value: string }[] }
  promise: { key: string; at: string; until: string }
  place: { index: number; size: number; root: string }
  head: { key: string; keyId: string }
  witnesses: { seen: { name: string; at: string }[]; unknown: number }
  waiting: { until: string; isOver: boolean }
}
export type StatementId = keyof Facts
export type Statement<Id extends StatementId = StatementId> = {
  [Each in Id]: { id: Each; verdict: Verdict; why: Why | null; facts: Facts[Each] | null }
}[Id]

/** What a receipt proves. `wrong` names the first thing that does not hold; then nothing in the file is to be relied on. */
export type CheckedReceipt = {
  verdict: 'proven' | 'promised' | 'not-proven' | 'wrong'
  wrong: { at: 'file' | StatementId; why: Why } | null
  statements: Statement[]
}

type ToCheck = { text: string; keys: TrustedKeys; now: Date }

/** Checks the text of a receipt (`.json` or `.tlog-proof`), statement by statement. Never throws for what is in the text. */
export async function checkReceipt({ text, keys, now }: ToCheck, crypto: CheckingCrypto): Promise<CheckedReceipt> {
  let file: KeptFile
  try {
    file = readKeptFile(text)
  } catch (error) {
    if (!(error instanceof NotAReceipt)) throw error
    return { verdict: 'wrong', wrong: { at: 'file', why: error.why }, statements: [] }
  }
  const entry = entryOf(file)
  if (!entry) return concluded([said('entry', 'wrong', 'form')])
  const believed = {
    log: keysOf(crypto.sha256, keys.log),
    promise: keysOf(crypto.sha256, keys.promise),
    witnesses: keysOf(crypto.sha256, keys.witnesses),
  }
  const leaf = leafHash(crypto.sha256, new TextEncoder().encode(file.entry))
  const promise = namesAnotherKey(file.claims?.promiseKey, keys.promise)
    ? said('promise', 'wrong', 'other-key')
    : await checkPromise({ note: file.promise, keys: believed.promise, entry, leaf }, crypto)
  const record = await checkRecord({ file, leaf, ...believed }, crypto)
  const isLogElsewhere = namesAnotherKey(file.claims?.logKey, keys.log)
  const isBound =
    promise.verdict === 'proven' || (record?.head.verdict === 'proven' && record.place.verdict === 'proven')
  const about = checkOpenings(crypto.sha256, entry, file.openings)
  return concluded([
    checkEntry(entry, file, leaf, isBound),
    // Anybody can write an entry and open it: it counts once a signature stands for it.
    about.verdict === 'proven' && !isBound ? { ...about, verdict: 'not-proven', why: 'unsigned' } : about,
    promise,
    ...(record ? [record.place] : []),
    ...(isLogElsewhere ? [said('head', 'wrong', 'other-key')] : record ? [record.head] : []),
    ...(record?.witnesses ? [record.witnesses] : []),
    ...(file.proof ? [] : [waiting(promise, now)]),
  ])
}

function concluded(statements: Statement[]): CheckedReceipt {
  const first = statements.find(({ verdict }) => verdict === 'wrong')
  const holds = (id: StatementId) => statements.some((one) => one.id === id && one.verdict === 'proven')
  if (first?.why) return { verdict: 'wrong', wrong: { at: first.id, why: first.why }, statements }
  const verdict = holds('place') && holds('head') ? 'proven' : holds('promise') ? 'promised' : 'not-proven'
  return { verdict, wrong: null, statements }
}

function said<Id extends StatementId>(id: Id, verdict: Verdict, why: Why | null, facts: Facts[Id] | null = null) {
  return { id, verdict, why, facts } as Statement<Id>
}

const keysOf = (sha256: Sha256, keys: readonly string[]) => keys.map((key) => readVerifierKey(sha256, key))

// The key that a file names is no reason to believe it: it must be one that is believed already.
const namesAnotherKey = (named: string | null | undefined, keys: readonly string[]) =>
  typeof named === 'string' && keys.length > 0 && !keys.includes(named)

function entryOf(file: KeptFile): Entry | null {
  try {
    return readEntry(file.entry)
  } catch {
    return null
  }
}

function checkEntry(entry: Entry, { claims }: KeptFile, leaf: Hash, isBound: boolean): Statement<'entry'> {
  const outcome = 'outcome' in entry.data ? entry.data.outcome : 'done'
  const facts = { id: entry.id, kind: entry.k, at: entry.t, outcome, leaf: toBase64(leaf) }
  if (claims && claims.id !== entry.id) return said('entry', 'wrong', 'other-entry', facts)
  return isBound ? said('entry', 'proven', null, facts) : said('entry', 'not-proven', 'unsigned', facts)
}

function checkOpenings(sha256: Sha256, entry: Entry, openings: readonly Opening[]): Statement<'about'> {
  if (openings.length === 0) return said('about', 'not-proven', 'nothing-opened')
  const isEachTrue = openings.every((opening) => {
    const commitment = opening.name === 'who' ? entry.who : ownOf(entry.pii, opening.name)
    try {
      return commitment !== undefined && commitmentOf(sha256, opening) === commitment
    } catch {
      return false
    }
  })
  if (!isEachTrue) return said('about', 'wrong', 'opening')
  return said('about', 'proven', null, { openings: openings.map(({ name, value }) => ({ name, ...openedOf(value) })) })
}

const ownOf = (values: Readonly<Record<string, string>> | undefined, name: string) =>
  values && Object.hasOwn(values, name) ? values[name] : undefined

// A person stands in an entry as `{ n, s }`: which act about them this is, and the number that the town knows them by.
function openedOf(value: CanonicalValue): { n: number; value: string } {
  const { n, s } = typeof value === 'object' ? (value as Record<string, unknown>) : {}
  if (typeof n === 'number' && typeof s === 'string') return { n, value: s }
  return { n: 0, value: typeof value === 'string' ? value : canonicalJson(value) }
}

type ToPromise = { note: string; keys: readonly VerifierKey[]; entry: Entry; leaf: Hash }

async function checkPromise({ note, keys, entry, leaf }: ToPromise, { check }: CheckingCrypto) {
  const opened = await signedBy(note, keys, check)
  if ('why' in opened) return said('promise', opened.why === 'no-key' ? 'not-proven' : 'wrong', opened.why)
  const promised = promiseOf(opened.text)
  const madeAt = Date.parse(promised?.time ?? '')
  if (!promised || promised.origin !== opened.key.name || Number.isNaN(madeAt)) return said('promise', 'wrong', 'form')
  if (promised.entryId !== entry.id || !isSame(promised.leaf, leaf)) return said('promise', 'wrong', 'other-entry')
  const until = `${new Date(madeAt + promised.withinSeconds * 1000).toISOString().slice(0, 19)}Z`
  return said('promise', 'proven', null, { key: promised.origin, at: promised.time, until })
}

function promiseOf(text: string): Promised | null {
  try {
    return readPromise(text)
  } catch {
    return null
  }
}

function waiting({ facts }: Statement<'promise'>, now: Date): Statement<'waiting'> {
  const until = facts?.until ?? null
  return said('waiting', 'not-proven', null, until ? { until, isOver: now.getTime() > Date.parse(until) } : null)
}

type Recorded = { file: KeptFile; leaf: Hash; log: readonly VerifierKey[]; witnesses: readonly VerifierKey[] }

async function checkRecord({ file: { proof }, leaf, log, witnesses }: Recorded, crypto: CheckingCrypto) {
  if (!proof) return null
  const opened = await signedBy(proof.checkpoint, log, crypto.check)
  const head = opened.text === null ? null : checkpointOf(opened.text)
  if (!head) return { place: said('place', 'wrong', 'form'), head: said('head', 'wrong', 'form'), witnesses: null }
  const where = { index: proof.index, size: head.size, root: toBase64(head.root) }
  const isThere = isIncluded(crypto.sha256, { ...proof, size: head.size, root: head.root, leaf })
  if (!isThere) return { place: said('place', 'wrong', 'path', where), head: headOf(opened, head), witnesses: null }
  const signed = headOf(opened, head)
  const place =
    signed.verdict === 'proven' ? said('place', 'proven', null, where) : said('place', 'not-proven', 'unsigned', where)
  return { place, head: signed, witnesses: await checkWitnesses(proof.checkpoint, { log, witnesses }, crypto.check) }
}

function headOf(opened: SignedBy, { origin }: Checkpoint): Statement<'head'> {
  if ('why' in opened) return said('head', opened.why === 'no-key' ? 'not-proven' : 'wrong', opened.why)
  const { name, id } = opened.key
  return origin === name
    ? said('head', 'proven', null, { key: name, keyId: toHex(id) })
    : said('head', 'wrong', 'other-key')
}

async function checkWitnesses(note: string, keys: Omit<Recorded, 'file' | 'leaf'>, check: CheckSignature) {
  const { text, signatures } = splitNote(note)
  const others = signatures.filter((line) => !keyOf(line, keys.log))
  const known = others.filter((line) => keyOf(line, keys.witnesses))
  const seen = (await cosignaturesOf({ text, signatures: known }, keys.witnesses, check)).map(({ name, at }) => ({
    name,
    at: Number.isNaN(at.getTime()) ? '' : `${at.toISOString().slice(0, 19)}Z`,
  }))
  const facts = { seen, unknown: others.length - known.length }
  if (known.some(({ name }) => seen.every((one) => one.name !== name)))
    return said('witnesses', 'wrong', 'signature', facts)
  return seen.length > 0 ? said('witnesses', 'proven', null, facts) : said('witnesses', 'not-proven', 'nobody', facts)
}

function checkpointOf(text: string): Checkpoint | null {
  try {
    return readCheckpoint(text)
  } catch {
    return null
  }
}

const toHex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
