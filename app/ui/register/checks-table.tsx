import { Table } from '../table'
import { useWords } from '../words'

type CheckEntry = { id: string; version: number; value: string; source: string }

/** The rules that are asked before anything happens, each with what it asks and what it rests on. */
export function ChecksTable({ checks }: { checks: readonly CheckEntry[] }) {
  const t = useWords()
  return (
    <Table
      caption={t('register.checks')}
      hideCaption
      columns={[
        { key: 'check', label: t('register.check') },
        { key: 'asks', label: t('register.check-asks') },
        { key: 'value', label: t('register.check-value') },
        { key: 'source', label: t('register.check-source') },
        { key: 'version', label: t('register.check-version'), isNumber: true },
      ]}
      rows={checks.map(({ id, version, value, source }) => ({
        key: id,
        cells: {
          check: `${id} ${t(`check.${id}.name`)}`,
          asks: t(`check.${id}.looks-at`),
          value: t(`register.value.${value}`),
          source: <span lang="en">{source}</span>,
          version: t.intl.formatNumber(version),
        },
      }))}
    />
  )
}
