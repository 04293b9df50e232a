import { type PartLimits, PartReader } from './multipart-parts.server'
import { Problem } from './problems'

/** A file as a browser sent it. Name and type are what it claims, never what to believe. */
export type SentFile = { field: string; name: string; type: string; bytes: Buffer }
export type SentForm = { fields: [string, string][]; files: SentFile[] }

/** The form, or one photo in it, is larger than we take. */
export class FormTooBig extends Problem {
  readonly type = 'form-too-big'
  readonly status = 413
}

/** What arrived is not a form that a browser sends: cut off, or made by hand. */
export class FormUnreadable extends Problem {
  readonly type = 'form-unreadable'
  readonly status = 400
}

export type FormLimits = PartLimits & { totalBytes: number; parts: number; files: number; allFieldsBytes: number }

const mebi = 1024 * 1024
/** Three photos from a phone, sent at once by a page without JavaScript, and the longest text that a form asks for. */
export const formLimits: FormLimits = {
  totalBytes: 12 * mebi,
  parts: 60,
  files: 6,
  fileBytes: 10 * mebi,
  fieldBytes: 32 * 1024,
  allFieldsBytes: 64 * 1024,
  nameLength: 100,
  headerBytes: 2048,
}

/**
 * Reads a form with files. Everything stays in memory and within the limits; what is too much is refused while it arrives,
 * and nothing is ever written to disk, so a cut connection leaves nothing behind.
 */
export async function readForm(request: Request, limits: FormLimits = formLimits): Promise<SentForm> {
  const boundary = boundaryOf(request.headers.get('content-type') ?? '')
  if (!boundary || !request.body) throw new FormUnreadable()
  const form: SentForm = { fields: [], files: [] }
  const tooBig = () => {
    const problem = new FormTooBig({ megabytes: Math.floor(limits.totalBytes / mebi) })
    problem.kept = keptFrom(form.fields)
    return problem
  }
  const parts = new PartReader(boundary, limits)
  const reader = request.body.getReader()
  let totalBytes = 0
  let fieldBytes = 0
  let count = 0
  try {
    // The browser says how much is coming, so nothing of it needs to be looked at.
    if (Number(request.headers.get('content-length') ?? 0) > limits.totalBytes) throw tooBig()
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      totalBytes += read.value.length
      if (totalBytes > limits.totalBytes) throw tooBig()
      // What follows the last part belongs to nobody, but is read, or the connection could not carry another request.
      for (const part of parts.read(read.value)) {
        if (part === 'too-big') throw tooBig()
        if (part === 'unreadable' || ++count > limits.parts) throw new FormUnreadable()
        if (part.fileName === null) {
          fieldBytes += part.content.length
          if (fieldBytes > limits.allFieldsBytes) throw tooBig()
          form.fields.push([part.name, textOf(part.content)])
        } else if (part.fileName !== '' || part.content.length > 0) {
          // A file field that was left empty comes as a file without name and content.
          form.files.push({ field: part.name, name: part.fileName, type: part.type, bytes: part.content })
          if (form.files.length > limits.files) throw tooBig()
        }
      }
    }
    if (!parts.isDone) throw new FormUnreadable()
    return form
  } catch (error) {
    // Not awaited: the answer goes out while the rest still comes in.
    void discard(reader, 4 * limits.totalBytes)
    throw error
  }
}

/**
 * Lets the rest of a refused form go by. Browsers read an answer only when they have sent everything; hanging up would show
 * the person an error of the browser instead of our words. Whoever sends without end is hung up on all the same.
 */
async function discard(reader: ReadableStreamDefaultReader<Uint8Array>, most: number): Promise<void> {
  try {
    let left = most
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      left -= read.value.length
      if (left < 0) return await reader.cancel()
    }
  } catch {
    // The sender has gone: nothing is left to discard.
  }
}

function boundaryOf(contentType: string): string | null {
  const [type = '', ...parameters] = contentType.split(';')
  if (type.trim().toLowerCase() !== 'multipart/form-data') return null
  for (const parameter of parameters) {
    const found = /^\s*boundary=(?:"([\w'()+,./:=? -]{1,70})"|([\w'()+,./:=?-]{1,70}))\s*$/i.exec(parameter)
    if (found) return found[1] ?? found[2] ?? null
  }
  return null
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Our pages are UTF-8, so browsers send that. PostgreSQL keeps no NUL in a text. */
function textOf(content: Buffer): string {
  try {
    const text = decoder.decode(content)
    if (!text.includes('\0')) return text
  } catch {
    // Not UTF-8: answered below.
  }
  throw new FormUnreadable()
}

/** What was typed before the photo that was too big, so that the page can give it back. Passwords and codes never. */
function keptFrom(fields: [string, string][]): Record<string, string | string[]> {
  const kept = new Map<string, string[]>()
  for (const [name, value] of fields) {
    if (/password|code|token|^once$|__proto__/i.test(name)) continue
    kept.set(name, [...(kept.get(name) ?? []), value])
  }
  return Object.fromEntries([...kept].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]))
}
