import { Notice } from '../notice'
import { Table } from '../table'
import { When } from '../when'
import { useWords } from '../words'

export type WitnessShown = { name: string; size: number | null; at: Date | string | null }

/** Who else looks at the record, and what they saw last. Without any it says so plainly. */
export function Witnesses({ witnesses }: { witnesses: readonly WitnessShown[] }) {
  const t = useWords()
  return (
    <section aria-labelledby="witnesses" className="stack">
      <h2 id="witnesses">{t('ledger.witnesses')}</h2>
      {witnesses.length === 0 ? (
        <Notice tone="warn">{t('ledger.witnesses.none')}</Notice>
      ) : (
        <>
          <p>{t('ledger.witnesses.lead')}</p>
          <Table
            caption={t('ledger.witnesses')}
            hideCaption
            columns={[
              { key: 'name', label: t('ledger.witness') },
              { key: 'size', label: t('ledger.witness.seen'), isNumber: true },
              { key: 'at', label: t('ledger.witness.at') },
            ]}
            rows={witnesses.map(({ name, size, at }) => ({
              key: name,
              cells: {
                name: <bdi>{name}</bdi>,
                size: size === null ? '–' : t.intl.formatNumber(size),
                at: at === null ? t('ledger.witness.never') : <When at={at} withTime />,
              },
            }))}
          />
        </>
      )}
    </section>
  )
}
