/**
 * JSON with exactly one way to write it (RFC 8785), made stricter so that nobody can read two things into one text: whole
 * numbers only, no null, no broken characters, plain lower-case names. Runs in the browser too: the verifier uses it.
 */
export type CanonicalValue =
  | string
  | number
  | boolean
  | readonly CanonicalValue[]
  | { readonly [name: string]: CanonicalValue }

/** The value cannot be written in a way that everybody reads alike. The message names the rule, never the value. */
export class NotCanonical extends Error {}

const deepest = 32
const nameForm = /^[a-z][a-z0-9_]*$/
const loneSurrogate = /\p{Surrogate}/u

/** Writes a value as canonical JSON, or refuses with `NotCanonical`. */
export const canonicalJson = (value: unknown): string => write(value, 0)

/**
 * Reads canonical JSON. Text that is valid JSON but not written in the one way (spaces, another order, a name twice, a number
 * that loses digits, an escape that was not needed) is refused, because two readers might understand it differently.
 */
export function readCanonicalJson(text: string): CanonicalValue {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new NotCanonical('not JSON')
  }
  if (canonicalJson(value) !== text) throw new NotCanonical('not in canonical form')
  return value as CanonicalValue
}

function write(value: unknown, depth: number): string {
  if (depth > deepest) throw new NotCanonical('nested too deeply')
  if (typeof value === 'string') return writeString(value)
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new NotCanonical('a number that is not whole, or too large')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, depth + 1)).join(',')}]`
  if (typeof value === 'object' && value !== null && isPlain(value)) {
    // Our names are ASCII, so the default order is the order by UTF-16 units that the standard asks for.
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${members.map(([name, member]) => `${writeName(name)}:${write(member, depth + 1)}`).join(',')}}`
  }
  throw new NotCanonical('a value that is not text, a whole number, yes or no, a list or an object')
}

function writeString(text: string): string {
  if (loneSurrogate.test(text)) throw new NotCanonical('half a character')
  return JSON.stringify(text)
}

function writeName(name: string): string {
  if (!nameForm.test(name)) throw new NotCanonical('a name that is not plain lower case')
  return `"${name}"`
}

function isPlain(value: object) {
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
