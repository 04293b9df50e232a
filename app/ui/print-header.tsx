import { When } from './when'
import { useWords } from './words'

/** The head of a printed page: whose it is, when it was printed, and where to read it again. */
export function PrintHeader({ town, address, now }: { town: string; address: string; now: Date | string }) {
  const t = useWords()
  return (
    <div className="print-only">
      <div className="print-header">
        <strong>{t('common.brand', { town })}</strong>
        <span>
          <bdi>{address}</bdi> · <When at={now} withTime />
        </span>
      </div>
    </div>
  )
}
