export type PartLimits = { fileBytes: number; fieldBytes: number; nameLength: number; headerBytes: number }

/** One field of a form. `fileName` is null for a plain field. */
export type Part = { name: string; fileName: string | null; type: string; content: Buffer }
export type PartTrouble = 'too-big' | 'unreadable'

const headEnd = Buffer.from('\r\n\r\n')

/**
 * Takes a multipart body apart (RFC 7578) as it arrives, in pieces of any size. It holds one part at a time and stops at the
 * first thing no browser does, because guessing what was meant is how two programs come to read one form differently.
 */
export class PartReader {
  isDone = false
  private readonly delimiter: Buffer
  // The first delimiter has no line end before it; with this one it looks like all the others.
  private rest: Buffer = Buffer.from('\r\n')
  private expects: 'first-delimiter' | 'after-delimiter' | 'head' | 'content' = 'first-delimiter'
  private head: Omit<Part, 'content'> | null = null
  private content = new Gathered()

  constructor(
    boundary: string,
    private readonly limits: PartLimits,
  ) {
    this.delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1')
  }

  /** The parts that are complete with this piece. Trouble comes last, and then nothing more. */
  *read(piece: Uint8Array): Generator<Part | PartTrouble> {
    this.rest = Buffer.concat([this.rest, piece])
    while (!this.isDone) {
      const found = this.step()
      if (found === 'needs-more') return
      if (found === 'too-big' || found === 'unreadable') this.isDone = true
      if (found !== 'went-on') yield found
    }
  }

  private step(): Part | PartTrouble | 'needs-more' | 'went-on' {
    if (this.expects === 'first-delimiter') return this.readFirstDelimiter()
    if (this.expects === 'after-delimiter') return this.readAfterDelimiter()
    return this.expects === 'head' ? this.readHead() : this.readContent()
  }

  private readFirstDelimiter() {
    const { rest, delimiter } = this
    const length = Math.min(rest.length, delimiter.length)
    if (!rest.subarray(0, length).equals(delimiter.subarray(0, length))) return 'unreadable'
    if (length < delimiter.length) return 'needs-more'
    return this.goOn(delimiter.length, 'after-delimiter')
  }

  private readAfterDelimiter() {
    if (this.rest.length < 2) return 'needs-more'
    const next = this.rest.toString('latin1', 0, 2)
    if (next === '--') this.isDone = true
    if (next === '--') return 'went-on'
    // The line end stays: a head that is empty then still ends with two of them.
    return next === '\r\n' ? this.goOn(0, 'head') : 'unreadable'
  }

  private readHead() {
    const end = this.rest.indexOf(headEnd)
    if ((end < 0 ? this.rest.length : end) > this.limits.headerBytes) return 'unreadable'
    if (end < 0) return 'needs-more'
    this.head = headOf(this.rest.toString('utf8', 2, end), this.limits.nameLength)
    if (!this.head) return 'unreadable'
    this.content = new Gathered()
    return this.goOn(end + headEnd.length, 'content')
  }

  private readContent() {
    const { rest, delimiter, content, head, limits } = this
    const end = rest.indexOf(delimiter)
    // The delimiter may be cut by the piece: what could be its beginning waits for the next one.
    const length = end < 0 ? Math.max(0, rest.length - delimiter.length + 1) : end
    const most = head?.fileName === null ? limits.fieldBytes : limits.fileBytes
    if (content.length + length > most || !head) return 'too-big'
    content.add(rest.subarray(0, length))
    if (end < 0) {
      this.rest = rest.subarray(length)
      return 'needs-more'
    }
    this.goOn(end + delimiter.length, 'after-delimiter')
    return { ...head, content: content.whole() }
  }

  private goOn(bytes: number, expects: PartReader['expects']) {
    this.rest = this.rest.subarray(bytes)
    this.expects = expects
    return 'went-on' as const
  }
}

/** Bytes that grow in place: a body that comes in a million pieces must not become a million buffers. */
class Gathered {
  length = 0
  private bytes = Buffer.alloc(0)

  add(piece: Buffer) {
    const needed = this.length + piece.length
    if (needed > this.bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2, 1024))
      this.bytes.copy(larger, 0, 0, this.length)
      this.bytes = larger
    }
    piece.copy(this.bytes, this.length)
    this.length = needed
  }

  whole(): Buffer {
    return this.bytes.subarray(0, this.length)
  }
}

/** Name, file name and type from the lines above a part; null for anything that no browser writes. */
function headOf(text: string, nameLength: number): Omit<Part, 'content'> | null {
  const lines = new Map<string, string>()
  for (const line of text.split('\r\n')) {
    const found = /^([a-z-]+):[ \t]*(.*)$/i.exec(line)
    const title = found?.[1]?.toLowerCase()
    if (!found || !title || lines.has(title)) return null
    lines.set(title, found[2] ?? '')
  }
  const disposition = lines.get('content-disposition') ?? ''
  const type = lines.get('content-type')?.trim().toLowerCase() ?? ''
  // Browsers write a quote in a name as %22, so a quote always ends it.
  const found = /^form-data; ?name="([^"\r\n]*)"(?:; ?filename="([^"\r\n]*)")?$/i.exec(disposition)
  if (!found || type.startsWith('multipart/') || lines.has('content-transfer-encoding')) return null
  const name = unescaped(found[1] ?? '')
  const fileName = found[2] === undefined ? null : baseName(unescaped(found[2]))
  if (name === '' || name.length > nameLength || /\p{Cc}/u.test(name + (fileName ?? ''))) return null
  return { name, fileName, type }
}

const unescaped = (text: string) => text.replace(/%22/g, '"').replace(/%0D/gi, '').replace(/%0A/gi, '')

// Some browsers once sent the whole path; the folder of a person's disk is nobody's business.
const baseName = (path: string) => (path.split(/[/\\]/).pop() ?? '').slice(-200)
