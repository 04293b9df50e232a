import path from 'node:path'
import { parse } from 'csv-parse'
import { BadCity, streamAt, unpackingError } from './city-files.server'

export type Row = Record<string, string>
/** A row of a file with the line it begins on, or why that line is no row. */
export type CsvRow = { line: number; row: Row } | { line: number; flaw: string }

// No row of a register is this long: a quotation mark that is never closed would otherwise swallow the rest of the file.
const longestRow = 100_000

/**
 * The rows of a CSV file, packed or not, in portions, so that a file of any size fits. The first line names the columns;
 * comma, semicolon and tab are recognised. Throws BadCity when the file itself cannot be read.
 */
export async function* csvRows(file: string, portion = 2_000): AsyncGenerator<CsvRow[]> {
  const source = await streamAt(file)
  const { delimiter, rest } = await headOf(file, source)
  let skipped: CsvRow[] = []
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
    skip_records_with_error: true,
    on_skip: (error) => void skipped.push({ line: Number(error?.lines ?? 0), flaw: 'not-csv' }),
  })
  const feed = pump(file, rest, parser)
  let header: string[] | null = null
  let rows: CsvRow[] = []
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    if (!header) {
      header = namesOf(record, file)
      continue
    }
    rows.push(
      record.length === header.length
        ? { line: info.lines, row: rowOf(header, record) }
        : { line: info.lines, flaw: 'columns' },
    )
    if (rows.length >= portion) {
      yield [...rows, ...skipped]
      rows = []
      skipped = []
    }
  }
  await feed
  if (!header) throw new BadCity(`${path.basename(file)} is empty.`)
  if (rows.length + skipped.length > 0) yield [...rows, ...skipped]
}

/** All rows of a small file; lines that are no rows are left out and counted. */
export async function allRows(file: string): Promise<{ rows: Row[]; flaws: number }> {
  const rows: Row[] = []
  let flaws = 0
  for await (const portion of csvRows(file)) {
    for (const one of portion) {
      if ('row' in one) rows.push(one.row)
      else flaws++
    }
  }
  return { rows, flaws }
}

/** The names of the columns. */
export async function columnsOf(file: string): Promise<string[]> {
  const source = await streamAt(file)
  const { delimiter, line } = await headOf(file, source)
  const [record] = await new Promise<string[][]>((resolve, reject) =>
    parse(line, { delimiter, bom: true, relax_quotes: true, relax_column_count: true }, (error, records) =>
      error ? reject(error) : resolve(records),
    ),
  )
  ;(source as unknown as { destroy(): void }).destroy()
  return namesOf(record ?? [], file)
}

function namesOf(record: string[], file: string): string[] {
  const names = record.map((name) => name.trim())
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new BadCity(`${path.basename(file)} names the column "${twice}" twice.`)
  return names
}

function rowOf(header: readonly string[], record: readonly string[]): Row {
  const row: Row = Object.create(null)
  for (let at = 0; at < header.length; at++) row[header[at] as string] = record[at] as string
  return row
}

// The first line decides what parts the columns; it is handed on with the rest.
async function headOf(file: string, source: NodeJS.ReadableStream) {
  const parts = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let head = Buffer.alloc(0)
  while (!head.includes(10)) {
    const next = await parts.next().catch((error: Error) => Promise.reject(unpackingError(file, error)))
    if (next.done) break
    head = Buffer.concat([head, next.value])
    if (head.length > longestRow * 10)
      throw new BadCity(`${path.basename(file)} is not a CSV file: its first line has no end.`)
  }
  const end = head.indexOf(10)
  const line = head.subarray(0, end < 0 ? head.length : end).toString('utf8')
  const counted = [',', ';', '\t'].map((delimiter) => ({ delimiter, n: line.split(delimiter).length }))
  const best = counted.reduce((most, one) => (one.n > most.n ? one : most))
  return { delimiter: best.delimiter, line, rest: rest(head, parts) }
}

async function* rest(head: Buffer, parts: AsyncIterator<Buffer>) {
  yield head
  for (let next = await parts.next(); !next.done; next = await parts.next()) yield next.value
}

async function pump(file: string, parts: AsyncIterable<Buffer>, parser: ReturnType<typeof parse>) {
  try {
    for await (const part of parts) {
      if (!parser.write(part)) await new Promise((resolve) => parser.once('drain', resolve))
    }
    parser.end()
  } catch (error) {
    parser.destroy(unpackingError(file, error as Error))
  }
}
