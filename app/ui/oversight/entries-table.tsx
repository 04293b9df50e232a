import type { CheckSaid, EntryRow } from '~/interactions/oversight/entry-rows.server'
import { Table } from '../table'
import { When } from '../when'
import { useWords } from '../words'
import { AboutObject, Ending, What, Who } from './said'

/** What a line of the list says; where else an entry is shown, the rest may be missing. */
export type EntryShown = Omit<EntryRow, 'checks' | 'cursor' | 'language' | 'problem' | 'purposeOfUse' | 'traceId'> & {
  checks: readonly Pick<CheckSaid, 'id' | 'outcome'>[]
}

type EntriesTableProps = {
  caption: string
  rows: readonly EntryShown[]
  areas?: Readonly<Record<string, string>>
  hideCaption?: boolean
}

/** What was recorded, line by line: what, who by role, how it ended, about what, where and when. */
export function EntriesTable({ caption, rows, areas, hideCaption }: EntriesTableProps) {
  const t = useWords()
  return (
    <Table
      caption={caption}
      hideCaption={hideCaption}
      columns={[
        { key: 'what', label: t('oversight.column.what') },
        { key: 'who', label: t('oversight.column.who') },
        { key: 'ending', label: t('oversight.column.ending') },
        { key: 'about', label: t('oversight.column.about') },
        ...(areas ? [{ key: 'area', label: t('oversight.column.area') }] : []),
        { key: 'when', label: t('oversight.column.when') },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: {
          what: <What {...row} />,
          who: <Who as={row.role} staff={row.staff} />,
          ending: <Ending {...row} />,
          about: <AboutObject object={row.object} />,
          area: row.areaKey ? <bdi>{areas?.[row.areaKey] ?? row.areaKey}</bdi> : t('oversight.nothing'),
          when: <When at={row.at} withTime />,
        },
      }))}
    />
  )
}
