import type { ReactNode } from 'react'

export type Column = { key: string; label: string; isNumber?: boolean }
export type TableRow = { key: string; cells: Record<string, ReactNode> }

type TableProps = { caption: ReactNode; columns: readonly Column[]; rows: readonly TableRow[]; hideCaption?: boolean }

/**
 * Figures side by side. The first column names its row. On a phone each row folds into a short list; the roles are
 * written out because a folded table would otherwise stop being one for a screen reader.
 */
export function Table({ caption, columns, rows, hideCaption }: TableProps) {
  const [first, ...others] = columns
  if (!first) return null
  return (
    // biome-ignore lint/a11y/noRedundantRoles: folding by CSS takes the roles away
    <table className="table table-folds" role="table">
      <caption className={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <thead role="rowgroup">
        {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
        <tr role="row">
          {columns.map(({ key, label, isNumber }) => (
            // biome-ignore lint/a11y/noRedundantRoles: as above
            <th key={key} scope="col" role="columnheader" className={isNumber ? 'is-number' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <tbody role="rowgroup">
        {rows.map((row) => (
          // biome-ignore lint/a11y/noRedundantRoles: as above
          <tr key={row.key} role="row">
            {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
            <th scope="row" role="rowheader">
              {row.cells[first.key]}
            </th>
            {others.map(({ key, label, isNumber }) => (
              // biome-ignore lint/a11y/noRedundantRoles: on phones the cells become blocks, and browsers forget what they were
              <td key={key} role="cell" data-label={label} className={isNumber ? 'is-number' : undefined}>
                {row.cells[key]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
