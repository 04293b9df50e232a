import { rangesOf } from '~/interactions/people/completeness'
import { Notice } from '../notice'
import { useWords } from '../words'

type RecordWholeProps = { completeness: { counted: number; missing: readonly number[] } | null }

/** Whether every act about this person that was counted is there: in numbers, and plainly when one is missing. */
export function RecordWhole({ completeness }: RecordWholeProps) {
  const t = useWords()
  if (completeness === null) return null
  const { counted, missing } = completeness
  if (missing.length === 0) return <p>{t('me.looked.whole', { n: counted })}</p>
  const number = (n: number) => t.intl.formatNumber(n)
  const ranges = rangesOf(missing).map(([first, last]) =>
    first === last ? number(first) : `${number(first)}–${number(last)}`,
  )
  return (
    <Notice tone="danger" title={t('me.looked.hole.title')}>
      <p>{t('me.looked.hole', { n: counted, missing: missing.length, numbers: t.intl.formatList(ranges) })}</p>
    </Notice>
  )
}
