import { isRole, type Role } from '../vocabulary'
import { type CanonicalValue, canonicalJson, readCanonicalJson } from './canonical-json'

/** 32 bytes of SHA-256 as base64url without padding: stands for a value that is kept elsewhere, sealed. */
export type Commitment = string

/** What the record of an act says to everybody, for ever. Nothing in it may point to a person. */
export type ActFacts = {
  outcome: 'done' | 'refused'
  /** Check id, version and outcome, in the order in which they ran. */
  checks: readonly { id: string; v: number; outcome: string }[]
  ict_role: string
  phase: string
  channel: string
  language: string
  /** Version of the processing activity that `why` names. */
  activity: number
  trace: string
  /** Which problem, when refused. */
  problem?: string
  /** Short public facts of this interaction. The area is not among them: with the second in `t` it could point to one person. */
  facts?: { readonly [name: string]: string | number | boolean }
}

type Common<Kind extends string, Content> = {
  v: 1
  id: string
  k: Kind
  t: string
  role: Role
  who?: Commitment
  obj?: { type: string; ref: string }
  why: string
  data: Content
  pii?: { readonly [name: string]: Commitment }
  /** Earlier entries that this one builds on: a decision's reports, for instance. */
  in?: readonly { i: number; h: string }[]
}

export type ActEntry = Common<`${string}.${string}`, ActFacts>
export type ErasureEntry = Common<'erasure.done', { entries: readonly number[]; ground: string }>
export type KeyEntry = Common<'key.rotate', { old_key: string; new_key: string }>
export type Entry = ActEntry | ErasureEntry | KeyEntry

/** The entry is not what its kind allows. The message names the field, never what stood in it. */
export class NotAnEntry extends Error {}

/** An entry is refused above this size: a record is a line, not a file. */
export const largestEntryBytes = 8_192

/** Time as every entry writes it: UTC, whole seconds. */
export const entryTime = (at: Date) => `${at.toISOString().slice(0, 19)}Z`

/** The one text of an entry. Refuses a field that its kind does not know, and one that it needs and misses. */
export function entryText(entry: Entry): string {
  checkEntry(entry)
  return canonicalJson(entry)
}

/** Reads an entry back and refuses whatever `entryText` would not have written. */
export function readEntry(text: string): Entry {
  const entry = readCanonicalJson(text) as unknown as Entry
  checkEntry(entry)
  return entry
}

/** Throws unless the entry has exactly the fields of its kind, each in its form. */
export function checkEntry(entry: Entry): void {
  const top = fields(entry, 'entry', ['v', 'id', 'k', 't', 'role', 'why', 'data'], ['who', 'obj', 'pii', 'in'])
  holds(top.v === 1, 'v')
  holds(isText(top.id, uuidForm), 'id')
  holds(isText(top.k, kindForm), 'k')
  holds(isText(top.t, timeForm) && entryTimeIsReal(top.t as string), 't')
  holds(isRole(top.role), 'role')
  holds(isText(top.why, wordForm), 'why')
  if (top.who !== undefined) holds(isText(top.who, hashForm), 'who')
  if (top.obj !== undefined) {
    const obj = fields(top.obj, 'obj', ['type', 'ref'], [])
    holds(isText(obj.type, wordForm) && isShort(obj.ref), 'obj')
  }
  if (top.pii !== undefined) {
    holds(
      Object.values(fields(top.pii, 'pii')).every((value) => isText(value, hashForm)),
      'pii',
    )
  }
  if (top.in !== undefined) {
    for (const item of list(top.in, 'in')) {
      const { i, h } = fields(item, 'in', ['i', 'h'], [])
      holds(isCount(i) && isText(h, hashForm), 'in')
    }
  }
  const checkContent = contentOf.get(top.k as string) ?? checkAct
  checkContent(top.data)
}

// Kinds that the record keeps about itself. Every other kind is an interaction, with the content of an act.
const contentOf = new Map<string, (content: unknown) => void>([
  ['erasure.done', checkErasure],
  ['key.rotate', checkKeyChange],
])

function checkErasure(content: unknown) {
  const { entries, ground } = fields(content, 'data', ['entries', 'ground'], [])
  holds(list(entries, 'data.entries').every(isCount) && isShort(ground), 'data')
}

function checkKeyChange(content: unknown) {
  const { old_key, new_key } = fields(content, 'data', ['old_key', 'new_key'], [])
  holds(isShort(old_key) && isShort(new_key), 'data')
}

const actFields = ['outcome', 'checks', 'ict_role', 'phase', 'channel', 'language', 'activity', 'trace']

function checkAct(content: unknown) {
  const act = fields(content, 'data', actFields, ['problem', 'facts'])
  holds(act.outcome === 'done' || act.outcome === 'refused', 'data.outcome')
  for (const item of list(act.checks, 'data.checks')) {
    const { id, v, outcome } = fields(item, 'data.checks', ['id', 'v', 'outcome'], [])
    holds(isText(id, /^[A-Z]\d{2}$/) && isCount(v) && isText(outcome, outcomeForm), 'data.checks')
  }
  for (const name of ['ict_role', 'phase', 'channel', 'language']) holds(isText(act[name], wordForm), `data.${name}`)
  holds(isCount(act.activity), 'data.activity')
  holds(isText(act.trace, /^[0-9a-f]{32}$/), 'data.trace')
  if (act.problem !== undefined) holds(isText(act.problem, wordForm), 'data.problem')
  if (act.facts !== undefined) {
    const isFact = (value: unknown) => typeof value === 'boolean' || Number.isSafeInteger(value) || isShort(value)
    holds(Object.values(fields(act.facts, 'data.facts')).every(isFact), 'data.facts')
  }
}

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const kindForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)*\.[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const timeForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/
const wordForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const outcomeForm = /^(pass|warn|block|insufficient_data|not_applicable)$/
const hashForm = /^[\w-]{43}$/

const isText = (value: unknown, form: RegExp) => typeof value === 'string' && form.test(value)
const isShort = (value: unknown) => typeof value === 'string' && value.length > 0 && value.length <= 200
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0

function entryTimeIsReal(text: string) {
  const at = new Date(text)
  return !Number.isNaN(at.getTime()) && entryTime(at) === text
}

function holds(condition: boolean, field: string): asserts condition {
  if (!condition) throw new NotAnEntry(`${field} is not in its form`)
}

function list(value: unknown, field: string): readonly CanonicalValue[] {
  holds(Array.isArray(value), field)
  return value as CanonicalValue[]
}

// Without `required` any plain names may stand here; their form is for canonical JSON to judge.
function fields(value: unknown, field: string, required?: string[], optional: string[] = []): Record<string, unknown> {
  holds(typeof value === 'object' && value !== null && !Array.isArray(value), field)
  const object = value as Record<string, unknown>
  if (!required) return object
  const strange = Object.keys(object).some((name) => !required.includes(name) && !optional.includes(name))
  if (strange) throw new NotAnEntry(`${field} has a field that its kind does not know`)
  const missing = required.find((name) => !Object.hasOwn(object, name))
  if (missing) throw new NotAnEntry(`${field}.${missing} is missing`)
  return object
}
