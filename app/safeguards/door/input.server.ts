import { z } from 'zod'
import { readForm } from '~/platform/multipart.server'
import { InvalidInput } from '~/platform/problems'
import { type Once, onceFrom } from './once.server'

/** What the person sent, as plain values: the query of a GET, the fields and files of a form, and what the address says. */
export async function rawInput(request: Request, given: Record<string, unknown>): Promise<Record<string, unknown>> {
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const sent = isRead ? fromPairs(new URL(request.url).searchParams) : await readBody(request)
  return { ...sent, ...given }
}

async function readBody(request: Request): Promise<Record<string, unknown>> {
  const type = request.headers.get('content-type') ?? ''
  if (type.startsWith('application/json')) return fromJson(await request.text())
  if (type.startsWith('multipart/form-data')) {
    const { fields, files } = await readForm(request)
    return { ...fromPairs(fields), ...(files.length > 0 && { files }) }
  }
  return fromPairs(new URLSearchParams(await request.text()))
}

function fromJson(text: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text))
  } catch {
    throw new InvalidInput({ form: 'field.invalid' }, {})
  }
}

/** Repeated names become lists; `answer.colour` becomes `{ answer: { colour } }`. Names that could reach a prototype are dropped. */
export function fromPairs(pairs: Iterable<[string, string]>): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const [name, value] of pairs) {
    const [first, second] = name.split('.', 2)
    if (!first || unsafeNames.has(first) || (second !== undefined && unsafeNames.has(second))) continue
    if (second === undefined) put(result, first, value)
    else {
      const inner = Object.hasOwn(result, first) ? result[first] : undefined
      const group =
        typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as Record<string, unknown>) : {}
      put(group, second, value)
      result[first] = group
    }
  }
  return result
}

const unsafeNames = new Set(['__proto__', 'constructor', 'prototype'])

function put(target: Record<string, unknown>, name: string, value: string) {
  const before = Object.hasOwn(target, name) ? target[name] : undefined
  target[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
}

/** Checks the input against its declaration. Throws InvalidInput with a word for each field and all that was typed. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  raw: Record<string, unknown>,
  actorId: string | null = null,
): { input: z.output<Schema>; once: Once | null } {
  const { once, ...rest } = wellFormed(raw) as Record<string, unknown>
  const key = z.uuid().safeParse(once)
  const parsed = schema.safeParse(rest)
  if (!parsed.success) throw new InvalidInput(fieldProblems(parsed.error), keptFrom(rest))
  return { input: parsed.data, once: key.success ? onceFrom(key.data, { by: actorId, sent: rest }) : null }
}

// No form of ours has more layers; something deeper is built to exhaust whoever walks through it.
const deepest = 30

/** What was sent without what no text can hold and no database takes: NUL, and halves of characters. */
function wellFormed(value: unknown, depth = 0): unknown {
  if (depth > deepest) throw new InvalidInput({ form: 'field.invalid' }, {})
  if (typeof value === 'string') return clean(value)
  if (Array.isArray(value)) return value.map((item) => wellFormed(item, depth + 1))
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [clean(name), wellFormed(inner, depth + 1)]))
}

const isBroken = /[\0\p{Cs}]/u
const broken = /[\0\p{Cs}]+/gu
const clean = (text: string) => (isBroken.test(text) ? text.replace(broken, '') : text)

function fieldProblems(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const name = issue.path.length > 0 ? issue.path.slice(0, 2).join('.') : 'form'
    fields[name] ??= isWordKey(issue.message) ? issue.message : wordFor(issue)
  }
  return fields
}

const isWordKey = (message: string) => /^[a-z][\w-]*(\.[\w-]+)+$/.test(message)

function wordFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && (issue.input === undefined || issue.input === '')) return 'field.required'
  if (issue.code === 'too_small') return issue.minimum === 1 ? 'field.required' : 'field.too-short'
  if (issue.code === 'too_big') return 'field.too-long'
  if (issue.code === 'invalid_value') return 'field.choose'
  if (issue.code === 'invalid_format' && issue.format === 'email') return 'field.email'
  return 'field.invalid'
}

// Passwords and codes are never sent back, files cannot be.
const neverKept = /password|code|token|files/i

/** What was typed, to give it back beside whatever went wrong. */
export function keptFrom(raw: Record<string, unknown>): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {}
  const keep = (name: string, value: unknown) => {
    // A field has a name of two parts at most; what lies deeper came from no form of ours.
    if (neverKept.test(name) || name.split('.', 4).length > 3) return
    if (typeof value === 'string') kept[name] = value
    else if (Array.isArray(value) && value.every((item) => typeof item === 'string')) kept[name] = value
    else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [inner, innerValue] of Object.entries(value)) keep(`${name}.${inner}`, innerValue)
    }
  }
  for (const [name, value] of Object.entries(raw)) keep(name, value)
  return kept
}
