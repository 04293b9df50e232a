import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { type Flaw, flaws } from './report-row'

/** The rows of an import that could not be taken, one line each with the reason; made only when there are any. */
export function rejectsFile(directory: string, cityKey: string) {
  const file = path.join(directory, `${cityKey}-rejects.csv`)
  let stream: WriteStream | null = null
  let written = 0
  return {
    add(line: number, id: string, flaw: Flaw) {
      if (!stream) {
        mkdirSync(directory, { recursive: true })
        stream = createWriteStream(file, { mode: 0o600 })
        stream.write('line,id,reason\r\n')
      }
      stream.write(`${line},${quoted(id)},${quoted(flaws[flaw])}\r\n`)
      written++
    },
    async close(): Promise<{ written: number; file: string | null }> {
      const open = stream
      // What an earlier import left there would be read as the rejects of this one.
      if (!open) await rm(file, { force: true })
      else
        await new Promise<void>((resolve, reject) =>
          open.end((error?: Error | null) => (error ? reject(error) : resolve())),
        )
      return { written, file: open ? file : null }
    },
  }
}

// A sign that a spreadsheet would take for a formula is written behind an apostrophe.
const quoted = (text: string) =>
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).slice(0, 100).replaceAll('"', '""')}"`
