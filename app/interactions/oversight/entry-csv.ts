/** What a column of an export holds; the cells of the others are text. */
export type CsvColumn<Row> = { name: string; cell: (row: Row) => string | number | null }

/**
 * Rows as CSV that no spreadsheet takes for a formula: every field is quoted, and one that begins as a formula does gets
 * an apostrophe. With the mark of UTF-8 in front, so that Arabic opens as Arabic.
 */
export function csvOf<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const lines = [
    columns.map(({ name }) => field(name)),
    ...rows.map((row) => columns.map(({ cell }) => field(cell(row)))),
  ]
  return `\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`
}

function field(value: string | number | null): string {
  if (typeof value === 'number') return `"${value}"`
  const text = value ?? ''
  const harmless = /^[\s\ufeff]*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}
